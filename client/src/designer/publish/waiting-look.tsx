import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EditedName } from '#contract/wire/design.ts';
import type { PublicationView } from '#contract/wire/publication.ts';
import { confirmPublication, previewWaiting } from '../../api/publications.ts';
import { moment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { LookingReport, PreviewReport } from './preview-report.tsx';
import { WaitingTerms } from './waiting-terms.tsx';
import { isStale } from './use-publishing.ts';

interface Props {
  programme: string;
  publication: PublicationView;
  titleOf: (name: EditedName) => string;
  onDone: () => void;
}

/** The second person's own look at what waits, on the data as it is now; then the confirmation. */
export const WaitingLook = ({ programme, publication, titleOf, onDone }: Props) => {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { id } = publication;
  const look = useQuery({
    queryKey: ['waiting-preview', programme, id],
    queryFn: () => previewWaiting(programme, id),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const confirm = useMutation({
    mutationFn: (token: string) => confirmPublication(programme, id, token),
    onSuccess: async () => {
      void message.success(t('publish.done'));
      onDone();
      await queries.invalidateQueries();
    },
    onError: async (error) => {
      if (isStale(error)) await look.refetch();
    },
  });
  const hasErrors = look.data?.findings.some(({ severity }) => severity === 'error') ?? true;
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={t('publish.confirm-help', {
          by: publication.proposedBy ?? t('publish.system'),
          at: moment(publication.proposedAt, i18n.language),
        })}
        description={publication.note}
      />
      <WaitingTerms publication={publication} titleOf={titleOf} />
      <ProblemAlert error={look.error ?? confirm.error} />
      {look.data === undefined ? (
        look.isFetching ? (
          <LookingReport />
        ) : null
      ) : (
        <>
          <PreviewReport preview={look.data} titleOf={titleOf} />
          <section className="publish-bar" aria-label={t('publish.confirm-title')}>
            <div className="publish-bar-line">
              <Button
                type="primary"
                size="large"
                disabled={hasErrors || look.isFetching || !publication.may.includes('confirm')}
                loading={confirm.isPending}
                onClick={() => {
                  confirm.mutate(look.data.token);
                }}
              >
                {t('publish.confirm')}
              </Button>
              <Button size="large" onClick={onDone}>
                {t('publish.cancel')}
              </Button>
            </div>
          </section>
        </>
      )}
    </>
  );
};
