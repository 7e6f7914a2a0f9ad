import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useParams } from 'react-router';
import type { CaseView } from '#contract/wire/case.ts';
import { loadValidator } from '../../form/load-validator.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import './case.css';
import { CaseDesk } from './case-desk.tsx';
import { useOpenCase } from './use-open-case.ts';

/** A case that has moved on, or that may now be written, begins anew; anything else keeps what is on the screen. */
const deskKey = ({ id, state, submissions, write }: CaseView): string =>
  [id, state, submissions, write === 'none' ? 'read' : 'write'].join(' ');

/** One case for everybody who has to do with it: the same page fills, mends, reviews and looks back. */
export const CasePage = () => {
  const { id = '' } = useParams();
  const { open, error: notOpened } = useOpenCase(id);
  const pack = open?.pack;
  const validator = useQuery({
    queryKey: ['validator', pack?.validators],
    queryFn: () => (pack === undefined ? Promise.reject(new Error('no form')) : loadValidator(pack)),
    enabled: pack !== undefined,
    staleTime: Infinity,
  });
  const error = notOpened ?? validator.error;
  if (error !== null)
    return (
      <div className="page">
        <ProblemAlert error={error} />
      </div>
    );
  if (open === undefined || validator.data === undefined)
    return (
      <div className="centred">
        <Spin size="large" />
      </div>
    );
  return <CaseDesk key={deskKey(open.view)} {...open} validator={validator.data} />;
};
