import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeSeat } from '../../api/judging.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Props {
  caseId: string;
  task: string;
  subject: string;
  /** Whether the seat is the person's own, so that it can be given back. */
  holds: boolean;
}

/** Takes a free seat, so that others see that it is taken, or gives it back. */
export const SeatButton = ({ caseId, task, subject, holds }: Props) => {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const seat = useMutation({
    mutationFn: () => takeSeat(caseId, task, { key, subject, release: holds }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  return (
    <>
      <Button
        loading={seat.isPending}
        onClick={() => {
          seat.mutate();
        }}
      >
        {t(holds ? 'judging.release' : 'judging.take')}
      </Button>
      <ProblemAlert error={seat.error} />
    </>
  );
};
