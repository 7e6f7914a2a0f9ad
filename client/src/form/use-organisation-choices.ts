import { useQuery } from '@tanstack/react-query';
import type { Form } from '#contract/definition/form.ts';
import { allFields } from '#engine/form/fields.ts';
import { fetchDirectory } from '../api/definitions.ts';
import type { Choice } from './form-context.ts';
import { kindOf } from './kind.ts';

const NONE: Choice[] = [];

const asChoices = (entries: { code: string; title: string }[]): Choice[] => entries;

/** The organisations that a form can name; asked for only where a field of it names one. */
export const useOrganisationChoices = (programme: string, form: Form): Choice[] => {
  const { data = NONE } = useQuery({
    queryKey: ['directory', programme],
    queryFn: () => fetchDirectory(programme),
    select: asChoices,
    enabled: allFields(form).some(({ field }) => kindOf(field) === 'organisation'),
    staleTime: 300_000,
  });
  return data;
};
