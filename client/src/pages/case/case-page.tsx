import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CaseView } from '#contract/wire/case.ts';
import { fetchCase } from '../../api/cases.ts';
import { fetchFormPackage, fetchWorkflowPackage } from '../../api/definitions.ts';
import { formModel } from '../../form/form-model.ts';
import { loadValidator } from '../../form/load-validator.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import './case.css';
import { CaseDesk } from './case-desk.tsx';

/** A case that has moved on, or that may now be written, begins anew; anything else keeps what is on the screen. */
const deskKey = ({ id, state, submissions, write }: CaseView): string =>
  [id, state, submissions, write === 'none' ? 'read' : 'write'].join(' ');

/** One case for everybody who has to do with it: the same page fills, mends, reviews and looks back. */
export const CasePage = () => {
  const { id = '' } = useParams();
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
  const address = pack.data?.validators;
  const validator = useQuery({
    queryKey: ['validator', address],
    queryFn: () => (pack.data === undefined ? Promise.reject(new Error('no form')) : loadValidator(pack.data)),
    enabled: address !== undefined,
    staleTime: Infinity,
  });
  const error = view.error ?? pack.error ?? rules.error ?? validator.error;
  if (error !== null)
    return (
      <div className="page">
        <ProblemAlert error={error} />
      </div>
    );
  if (view.data === undefined || pack.data === undefined || model === undefined || validator.data === undefined)
    return (
      <div className="centred">
        <Spin size="large" />
      </div>
    );
  return (
    <CaseDesk key={deskKey(view.data)} view={view.data} pack={pack.data} model={model} validator={validator.data} />
  );
};
