import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchOrganisation, fetchOrganisations } from '../api/administration.ts';

/**
 * Organisations to choose from, found on the server by a part of their name or code. Those already chosen are among the
 * choices by their titles, however many others there are.
 */
export const useOrganisationSearch = (chosen: readonly string[]) => {
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: ['organisations', 'choose', text],
    queryFn: () => fetchOrganisations({ q: text, size: 100 }),
  });
  const rows = found.data?.rows ?? [];
  const missing = found.data === undefined ? [] : chosen.filter((id) => rows.every((row) => row.id !== id));
  const others = useQueries({
    queries: missing.map((id) => ({ queryKey: ['organisations', 'one', id], queryFn: () => fetchOrganisation(id) })),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
  return {
    loading: found.isFetching,
    showSearch: { filterOption: false, onSearch: setText },
    options: [...rows, ...others].map(({ id, title }) => ({ value: id, label: title })),
  };
};
