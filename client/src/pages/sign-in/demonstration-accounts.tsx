import { Divider } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Installation } from '#contract/wire/session.ts';

interface Props {
  accounts: Installation['accounts'];
  busy: boolean;
  onChoose: (account: string) => void;
}

/** One click signs in as a person of the demonstration; exists only there. */
export const DemonstrationAccounts = ({ accounts, busy, onChoose }: Props) => {
  const { t } = useTranslation();
  return (
    <section aria-label={t('sign-in.demonstration')}>
      <Divider>{t('sign-in.demonstration')}</Divider>
      <div className="demonstration-accounts">
        {accounts.map(({ account, name, title, organisation }) => (
          <button
            key={account}
            type="button"
            disabled={busy}
            onClick={() => {
              onChoose(account);
            }}
          >
            <strong>{title}</strong>
            <span>
              {name} · {organisation}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
};
