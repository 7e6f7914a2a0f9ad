import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Progress, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EditedName } from '#contract/wire/design.ts';
import type { PublicationView } from '#contract/wire/publication.ts';
import { steerPublication } from '../../api/publications.ts';
import { moment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ChangeList } from './change-list.tsx';
import { ClassTag } from './class-tag.tsx';
import { publishPath, versionsPath } from './places.ts';
import { said } from './said.ts';

interface Props {
  programme: string;
  publication: PublicationView;
  titleOf: (name: EditedName) => string;
}

const COLOURS: Record<PublicationView['status'], string> = {
  waiting: 'warning',
  withdrawn: 'default',
  applying: 'processing',
  paused: 'warning',
  published: 'success',
};

const Who = ({ publication }: { publication: PublicationView }) => {
  const { t, i18n } = useTranslation();
  const { proposedBy, proposedAt, confirmedBy, publishedAt } = publication;
  const by = proposedBy ?? t('publish.system');
  return (
    <span className="quiet">
      {publishedAt === null
        ? t('publish.proposed-by', { by, at: moment(proposedAt, i18n.language) })
        : t('publish.by', { by, at: moment(publishedAt, i18n.language) })}
      {confirmedBy === null ? '' : ` · ${t('publish.confirmed-by', { by: confirmedBy })}`}
    </span>
  );
};

const Following = ({ publication: { progress, status } }: { publication: PublicationView }) => {
  const { t, i18n } = useTranslation();
  const { total, done, failed } = progress;
  if (total === 0) return null;
  const label = t('publish.progress', { done, total });
  return (
    <div className="publication-progress" role="status">
      <span>{label}</span>
      {status === 'applying' || status === 'paused' ? (
        <Progress aria-label={label} percent={Math.floor((100 * (done + failed.length)) / total)} size="small" />
      ) : null}
      {failed.length === 0 ? null : (
        <details>
          <summary>{t('publish.failed', { count: failed.length })}</summary>
          <ul className="issue-list">
            {failed.map((row, index) => (
              <li key={`${row.case ?? ''} ${String(index)}`}>
                {row.case === null ? (
                  row.organisation
                ) : (
                  <Link to={`/cases/${row.case}`}>{row.organisation ?? row.workflow}</Link>
                )}
                {row.period === null ? '' : ` ${row.period}`}
                {t('colon')}
                {said(row.words, i18n.language)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

const Steering = ({ programme, publication }: Omit<Props, 'titleOf'>) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { id, may } = publication;
  const steer = useMutation({
    mutationFn: (how: 'withdraw' | 'pause' | 'resume') => steerPublication(programme, id, how),
    onSettled: () => queries.invalidateQueries({ queryKey: ['publications', programme] }),
  });
  return (
    <div className="publication-steering">
      {may.includes('confirm') ? (
        <Link to={publishPath(programme, { confirm: id })}>
          <Button type="primary" tabIndex={-1}>
            {t('publish.confirm-look')}
          </Button>
        </Link>
      ) : null}
      {may.includes('withdraw') ? (
        <Popconfirm
          title={t('publish.withdraw-ask')}
          okText={t('publish.withdraw')}
          onConfirm={() => {
            steer.mutate('withdraw');
          }}
        >
          <Button>{t('publish.withdraw')}</Button>
        </Popconfirm>
      ) : null}
      {(['pause', 'resume'] as const)
        .filter((how) => may.includes(how))
        .map((how) => (
          <Button
            key={how}
            loading={steer.isPending}
            onClick={() => {
              steer.mutate(how);
            }}
          >
            {t(`publish.${how}`)}
          </Button>
        ))}
      {may.includes('undo') ? <Link to={publishPath(programme, { undo: id })}>{t('publish.undo')}</Link> : null}
      <ProblemAlert error={steer.error} />
    </div>
  );
};

/** One publication: what, who, when, how far, and what may be done with it now. */
export const PublicationCard = ({ programme, publication, titleOf }: Props) => {
  const { t } = useTranslation();
  const { status, undoneBy, definitions, changes } = publication;
  return (
    <li className="publication">
      <div className="publication-head">
        <Tag color={undoneBy === null ? COLOURS[status] : 'default'}>
          {t(`publish.status.${undoneBy === null ? status : 'undone'}`)}
        </Tag>
        <ClassTag of={publication.class} isLong />
        {publication.undoes === null ? null : <Tag>{t('publish.is-undo')}</Tag>}
        <Who publication={publication} />
      </div>
      {publication.note === null ? null : <p className="publication-note">{publication.note}</p>}
      <p className="publication-names">
        {definitions.map((one) => (
          <Link key={`${one.kind}/${one.key}`} to={versionsPath(programme, one)}>
            {titleOf(one)}
            {one.n === null ? '' : ` ${t('publish.version-n', { n: one.n })}`}
          </Link>
        ))}
      </p>
      <Following publication={publication} />
      {changes.length === 0 ? null : (
        <details>
          <summary>{t('publish.show-changes', { count: changes.length })}</summary>
          <ChangeList changes={changes} titleOf={titleOf} />
        </details>
      )}
      <Steering programme={programme} publication={publication} />
    </li>
  );
};
