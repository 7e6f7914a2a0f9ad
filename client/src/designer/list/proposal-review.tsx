import { CheckCircleOutlined } from '@ant-design/icons';
import { Alert, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormProposal } from '#contract/wire/design.ts';

interface Props {
  proposal: FormProposal;
  busy: boolean;
  onAnswer: (answers: Record<string, string>) => void;
}

/** What was read and what was guessed: every doubtful guess is the person's to confirm or to change. */
export const ProposalReview = ({ proposal, busy, onAnswer }: Props) => {
  const { t, i18n } = useTranslation();
  const tag = i18n.language === 'en' ? 'en' : 'zh-CN';
  const answered = Object.fromEntries(
    proposal.questions.filter(({ isOpen }) => !isOpen).map(({ id, answer }) => [id, answer]),
  );
  return (
    <section className="new-form" aria-label={t('design.doubts')} aria-busy={busy}>
      {proposal.questions.length === 0 ? (
        <p className="quiet">
          <CheckCircleOutlined /> {t('design.no-doubts')}
        </p>
      ) : (
        <>
          <strong>{t('design.doubts')}</strong>
          <ul className="new-form-questions">
            {proposal.questions.map((question) => (
              <li key={question.id} className={question.isOpen ? '' : 'is-answered'}>
                <span>
                  <code>{question.at}</code> {question.about[tag]}
                </span>
                <Radio.Group
                  aria-label={question.about[tag]}
                  disabled={busy}
                  value={question.answer}
                  options={question.alternatives.map(({ answer, words }) => ({ value: answer, label: words[tag] }))}
                  onChange={({ target }) => {
                    onAnswer({ ...answered, [question.id]: target.value as string });
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <details open={proposal.fields.length <= 12}>
        <summary>{t('design.found', { count: proposal.fields.length })}</summary>
        <ul className="new-form-fields">
          {proposal.fields.map((field) => (
            <li key={`${field.at}${field.path}`}>
              {field.title} <span className="quiet">{field.kind[tag]}</span>
            </li>
          ))}
        </ul>
      </details>
      {proposal.told.length === 0 ? null : (
        <Alert
          type="info"
          title={t('design.lost')}
          description={
            <ul className="issue-list">
              {proposal.told.map(({ at, words }) => (
                <li key={`${at}${words.en}`}>
                  <code>{at}</code> {words[tag]}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </section>
  );
};
