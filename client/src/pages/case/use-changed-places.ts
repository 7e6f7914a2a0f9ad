import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseView } from '#contract/wire/case.ts';
import { fetchDifference } from '../../api/cases.ts';
import { placeOf } from '../../form/form-context.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** The cells that changed since the version before, for whoever reads a case that was sent more than once. */
export const useChangedPlaces = (view: CaseView): ReadonlySet<string> => {
  const reads = view.write === 'none' && view.submissions > 1;
  const { data } = useQuery({
    queryKey: ['case', view.id, 'difference', view.submissions],
    queryFn: () => fetchDifference(view.id, view.submissions - 1, view.submissions),
    enabled: reads,
  });
  return useMemo(
    () =>
      data === undefined
        ? NOTHING
        : new Set(data.filter(({ kind }) => kind !== 'row-removed').map(({ address }) => placeOf(address))),
    [data],
  );
};
