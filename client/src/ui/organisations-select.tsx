import { Select } from 'antd';
import { useOrganisationSearch } from './use-organisation-search.ts';

interface Props {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}

/** Chooses several organisations in the same way as one is chosen. */
export const OrganisationsSelect = ({ value = [], onChange, ...rest }: Props) => (
  <Select
    {...rest}
    {...useOrganisationSearch(value)}
    mode="multiple"
    value={value}
    onChange={(ids: string[]) => onChange?.(ids)}
  />
);
