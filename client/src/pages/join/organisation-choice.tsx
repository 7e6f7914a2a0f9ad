import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchJoinOrganisations, type JoinAddress } from '../../api/starts.ts';

interface Props {
  page: JoinAddress;
  value: string | null;
  onChange: (id: string) => void;
}

/** The organisations that take sign-ups: all of them where they are few, else those with the word in their name. */
export const OrganisationChoice = ({ page, value, onChange }: Props) => {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  const { data } = useQuery({
    queryKey: ['join', page.programme, page.workflow, 'organisations', word],
    queryFn: () => fetchJoinOrganisations(page, word),
    placeholderData: (before) => before,
  });
  return (
    <div className="join-part">
      <label htmlFor="join-organisation">{t('join.organisation')}</label>
      <Select
        id="join-organisation"
        className="wide"
        showSearch={{ filterOption: false, onSearch: setWord }}
        placeholder={t('join.search')}
        value={value}
        options={(data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        onChange={onChange}
      />
      {data?.hasMore === true ? <p className="quiet">{t('join.search-more')}</p> : null}
    </div>
  );
};
