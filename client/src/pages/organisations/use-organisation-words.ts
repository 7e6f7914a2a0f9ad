import { useQuery } from '@tanstack/react-query';
import { fetchProgrammes } from '../../api/definitions.ts';

/** Titles by key, of all published programmes. */
export interface OrganisationWords {
  kinds: Readonly<Record<string, string>>;
  relations: Readonly<Record<string, string>>;
}

/** What organisations can be called and how they can be related, over all published programmes. */
export const useOrganisationWords = (): OrganisationWords => {
  const { data: programmes = [] } = useQuery({ queryKey: ['programmes'], queryFn: fetchProgrammes });
  return {
    kinds: Object.assign({}, ...programmes.map(({ kinds }) => kinds)) as Record<string, string>,
    relations: Object.assign({}, ...programmes.map(({ relations }) => relations)) as Record<string, string>,
  };
};
