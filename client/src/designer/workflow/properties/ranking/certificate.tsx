import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CERTIFICATE_WORDS } from '#engine/ballot/certificate.ts';
import { isRecord, type Path } from '../../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../../desk-context.ts';
import { LocalTextProperty } from '../../inputs/local-text.tsx';

/** What the certificate says; words in braces are filled in for each winner, and can be put in with a key each. */
export const CertificateProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { isBroken, language } = useDesk();
  const own = [...path, 'certificate'];
  const [value, set] = useProperty(own);
  const put = (word: string): void => {
    if (!isRecord(value)) {
      set(`${typeof value === 'string' ? value : ''}{${word}}`);
      return;
    }
    const tag = language in value ? language : (Object.keys(value)[0] ?? language);
    const text = value[tag];
    set({ ...value, [tag]: `${typeof text === 'string' ? text : ''}{${word}}` });
  };
  return (
    <div className="certificate">
      <LocalTextProperty path={own} label={t('contest.certificate')} help={t('contest.certificate-help')} rows={2} />
      <div className="expression-examples">
        {CERTIFICATE_WORDS.map((word) => (
          <Button
            key={word}
            size="small"
            disabled={isBroken}
            onClick={() => {
              put(word);
            }}
          >
            {t(`contest.certificate.${word}`)}
          </Button>
        ))}
      </div>
    </div>
  );
};
