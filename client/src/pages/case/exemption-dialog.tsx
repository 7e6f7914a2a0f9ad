import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { exemptCase, liftExemption } from '../../api/cases.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';

interface Props {
  caseId: string;
  /** Whether an exemption is taken back instead of given. */
  lifts: boolean;
  onClose: () => void;
}

/** Exempts the organisation from the report, or takes that back; either for a reason that stays in the history. */
export const ExemptionDialog = ({ caseId, lifts, onClose }: Props) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const decide = async (reason: string): Promise<void> => {
    await (lifts ? liftExemption : exemptCase)(caseId, reason);
    await queries.invalidateQueries();
  };
  return (
    <ReasonDialog
      title={t(lifts ? 'case.lift-exemption' : 'case.exempt')}
      explain={t(lifts ? 'case.lift-exemption-explain' : 'case.exempt-explain')}
      onGiven={decide}
      onClose={onClose}
    />
  );
};
