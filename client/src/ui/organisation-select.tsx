import { Select } from 'antd';
import { useOrganisationSearch } from './use-organisation-search.ts';

interface Props {
  id?: string;
  value?: string | null;
  placeholder?: string;
  onChange?: (id: string | null) => void;
}

/** Chooses one organisation by typing a part of its name; hundreds are searched on the server. */
export const OrganisationSelect = ({ value, onChange, ...rest }: Props) => (
  <Select
    {...rest}
    {...useOrganisationSearch(typeof value === 'string' ? [value] : [])}
    allowClear
    value={value ?? null}
    onChange={(id: string | null | undefined) => onChange?.(id ?? null)}
  />
);
