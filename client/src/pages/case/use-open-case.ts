import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/wire/case.ts';
import type { FormPackage } from '#contract/wire/definition.ts';
import type { FormModel } from '#engine/environment.ts';
import { fetchCase } from '../../api/cases.ts';
import { fetchFormPackage, fetchWorkflowPackage } from '../../api/definitions.ts';
import { formModel } from '../../form/form-model.ts';

interface OpenCase {
  view: CaseView;
  pack: FormPackage;
  model: FormModel;
}

/** A case with the versions of its form and workflow that it stands on; undefined while it is still being fetched. */
export const useOpenCase = (id: string): { open: OpenCase | undefined; error: Error | null } => {
  const { i18n } = useTranslation();
  const view = useQuery({ queryKey: ['case', id], queryFn: () => fetchCase(id), refetchOnWindowFocus: false });
  const version = view.data?.formVersion;
  const pack = useQuery({
    queryKey: ['form', version, i18n.language],
    queryFn: () => fetchFormPackage(version ?? ''),
    enabled: version !== undefined,
    staleTime: Infinity,
  });
  const rules = useQuery({
    queryKey: ['workflow', view.data?.workflowVersion],
    queryFn: () => fetchWorkflowPackage(view.data?.workflowVersion ?? ''),
    enabled: view.data !== undefined,
    staleTime: Infinity,
  });
  const model = useMemo(
    () => (pack.data === undefined || rules.data === undefined ? undefined : formModel(pack.data, rules.data)),
    [pack.data, rules.data],
  );
  const isThere = view.data !== undefined && pack.data !== undefined && model !== undefined;
  return {
    open: isThere ? { view: view.data, pack: pack.data, model } : undefined,
    error: view.error ?? pack.error ?? rules.error,
  };
};
