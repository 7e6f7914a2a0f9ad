import { useTranslation } from 'react-i18next';
import { LocalTextProperty } from '../../workflow/inputs/local-text.tsx';
import { TitledEntries } from '../inputs/titled-entries.tsx';
import { TableColumns } from '../tables/table-columns.tsx';
import { TableGrid } from '../tables/table-grid.tsx';

/** Lists of the programme: choices, quotas, allocations. */
export const TablesPart = () => {
  const { t } = useTranslation();
  return (
    <TitledEntries
      path={['tables']}
      label={t('settings.tables')}
      help={t('settings.tables-help')}
      one={t('settings.table')}
      stem="table"
      fresh={(title) => ({ title, columns: { title: 'text' }, rows: {} })}
    >
      {(own, key) => (
        <>
          <LocalTextProperty path={[...own, 'title']} label={t('settings.title')} />
          <p className="property-label">{t('settings.columns')}</p>
          <TableColumns table={key} />
          <TableGrid table={key} />
        </>
      )}
    </TitledEntries>
  );
};
