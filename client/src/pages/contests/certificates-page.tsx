import '../../paper/paper.css';
import './contests.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { fetchCertificates, fetchContests } from '../../api/contests.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { addContestTexts } from './add-contest-texts.ts';

addContestTexts();

/** Certificates to print or to save as PDF by the browser, one a sheet. */
export const CertificatesPage = () => {
  const { t } = useTranslation();
  const { election = '' } = useParams();
  const contests = useQuery({ queryKey: ['contests'], queryFn: fetchContests });
  const programme = contests.data?.elections.find(({ id }) => id === election)?.programme;
  const { data, error } = useQuery({
    queryKey: ['certificates', election, programme],
    queryFn: () => fetchCertificates({ programme: programme ?? '', election }),
    enabled: programme !== undefined,
  });
  return (
    <main className="paper-desk">
      <h1 className="only-read">{t('contests.paper.certificates-print')}</h1>
      <div className="paper-tools">
        <Link to={`/contests/${election}`}>{t('contests.paper.back')}</Link>
        <Button
          type="primary"
          disabled={data === undefined}
          onClick={() => {
            window.print();
          }}
        >
          {t('paper.print')}
        </Button>
      </div>
      <ProblemAlert error={contests.error ?? error} />
      {data === undefined && error === null && contests.error === null ? <Spin /> : null}
      {(data ?? []).map(({ heading, text, organiser, date }) => (
        <article key={text} className="certificate">
          <h2>{heading}</h2>
          <p>{text}</p>
          <p className="certificate-foot">{`${organiser}\n${date}`}</p>
        </article>
      ))}
    </main>
  );
};
