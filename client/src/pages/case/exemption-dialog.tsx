import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { exemptCase } from '../../api/cases.ts';
import { ReasonDialog } from './reason-dialog.tsx';

export const ExemptionDialog = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const exempt = async (reason: string): Promise<void> => {
    await exemptCase(caseId, reason);
    await queries.invalidateQueries();
  };
  return (
    <ReasonDialog title={t('case.exempt')} explain={t('case.exempt-explain')} onGiven={exempt} onClose={onClose} />
  );
};
