import { useTranslation } from 'react-i18next';
import { DayProperty, TimeProperty } from '../../workflow/inputs/day.tsx';
import { ChoiceProperty } from '../../workflow/inputs/choice.tsx';
import { KeysProperty } from '../../workflow/inputs/keys.tsx';
import { LocalTextProperty } from '../../workflow/inputs/local-text.tsx';
import type { Choice } from '../../workflow/desk-context.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { PlainTextProperty } from '../inputs/plain-text.tsx';
import { languageChoices } from '../inputs/languages.ts';

const zones = (): Choice[] => Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

/** What the programme is called, from which notice it comes, and where and in which languages it is. */
export const BasicsPart = ({ calendars }: { calendars: readonly Choice[] }) => {
  const { t } = useTranslation();
  const { language } = useDesk();
  return (
    <>
      <LocalTextProperty path={['title']} label={t('settings.title')} />
      <h3>{t('settings.notice')}</h3>
      <div className="settings-pair">
        <PlainTextProperty path={['notice', 'number']} label={t('settings.notice-number')} />
        <DayProperty path={['notice', 'issued']} label={t('settings.notice-issued')} />
      </div>
      <LocalTextProperty path={['notice', 'issuer']} label={t('settings.notice-issuer')} />
      <PlainTextProperty
        path={['notice', 'text']}
        label={t('settings.notice-text')}
        help={t('settings.notice-text-help')}
        placeholder="notice.md"
      />
      <h3>{t('settings.place')}</h3>
      <div className="settings-pair">
        <ChoiceProperty path={['zone']} label={t('settings.zone')} help={t('settings.zone-help')} choices={zones()} />
        <ChoiceProperty
          path={['calendar']}
          label={t('settings.calendar')}
          help={t('settings.calendar-help')}
          choices={calendars}
          otherwise={t('settings.no-calendar')}
        />
      </div>
      <KeysProperty
        path={['locales']}
        label={t('settings.locales')}
        help={t('settings.locales-help')}
        choices={languageChoices(language)}
      />
      <h3>{t('settings.quiet')}</h3>
      <p className="property-help">{t('settings.quiet-help')}</p>
      <div className="settings-pair">
        <TimeProperty path={['quiet_hours', 'from']} label={t('settings.quiet-from')} />
        <TimeProperty path={['quiet_hours', 'to']} label={t('settings.quiet-to')} />
      </div>
    </>
  );
};
