import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { fetchOrganisations } from '../api/administration.ts';

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
}

/** Chooses one organisation by typing a part of its name; hundreds are searched on the server. */
export const OrganisationSelect = ({ value, onChange, ...rest }: Props) => {
  const [text, setText] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['organisations', 'choose', text],
    queryFn: () => fetchOrganisations({ q: text, size: 100 }),
  });
  return (
    <Select
      {...rest}
      allowClear
      value={value ?? null}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(id: string | null | undefined) => onChange?.(id ?? null)}
      options={(data?.rows ?? []).map((row) => ({ value: row.id, label: row.title }))}
    />
  );
};
