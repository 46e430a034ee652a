/** What is said, by whom, under which number, and what each ending means. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { ChecksField, SelectField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignSettings } from '@shared/domain/campaign/campaign.ts';
import { type Consequence, consequences } from '@shared/domain/campaign/campaign.ts';
import { numberClassOf } from '@shared/domain/law/france/number-class.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import styles from '../campaigns.module.css';
import { SequenceForm } from './sequence-form.tsx';
import type { SettingsDesk } from './use-settings.ts';

const css = styleNames(styles);
const none = '';

/** What the numbering plan says of presenting it: machines may present dedicated numbers alone. */
const verdictOf = (e164: string, { dialling }: CampaignSettings): string => {
  const found = numberClassOf(e164);
  const byHand = dialling.mode === 'manual' || dialling.mode === 'preview';
  if (found === 'dedicated') return 'dedicated';
  if (found === 'ordinary') return byHand ? 'ordinary' : 'notDedicated';
  return found;
};
const mayBePresented = (verdict: string): boolean =>
  verdict === 'dedicated' || verdict === 'ordinary';

const Words = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  const { settings, change } = desk;
  const reference = useSlice('reference');
  const scripts = reference?.scripts.filter(({ brandId }) => brandId === settings.brandId) ?? [];
  const chosen = settings.scriptId;
  const known = scripts.some(({ id }) => id === chosen);
  const options = [
    { id: none, label: t('planning.form.noSpeech') },
    ...(chosen === null || known ? [] : [{ id: chosen, label: chosen }]),
    ...scripts.map(({ id, name, version }) => ({
      id,
      label: t('planning.results.version', { speech: name, version }),
    })),
  ];
  return (
    <Sheet title={t('planning.form.words')}>
      <SelectField
        label={t('planning.field.scriptId')}
        hint={t('planning.hint.scriptId')}
        value={chosen ?? none}
        options={options}
        onChange={(id) => change({ scriptId: id === none ? null : id })}
      />
      <ChecksField
        label={t('planning.field.teamIds')}
        chosen={settings.teamIds}
        options={(reference?.teams ?? []).map(({ id, name }) => ({ id, label: name }))}
        onChange={(teamIds) => change({ teamIds })}
      />
    </Sheet>
  );
};

const Numbers = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  const { settings, change } = desk;
  const own = useSlice('reference')?.numbers ?? [];
  const all = [
    ...new Set([
      ...settings.presentedNumbers,
      ...own.filter(({ brandId }) => brandId === settings.brandId).map(({ e164 }) => e164),
    ]),
  ];
  return (
    <Sheet title={t('planning.field.presentedNumbers')}>
      <ChecksField
        label={t('planning.form.numbers')}
        hint={t('planning.hint.presentedNumbers')}
        chosen={settings.presentedNumbers}
        options={all.map((e164) => {
          const verdict = verdictOf(e164, settings);
          return {
            id: e164,
            label: (
              <>
                {displayNumber(e164)}{' '}
                <Tag tone={mayBePresented(verdict) ? 'ok' : 'danger'}>
                  {t(`planning.number.${verdict}`)}
                </Tag>
              </>
            ),
          };
        })}
        onChange={(presentedNumbers) => change({ presentedNumbers })}
      />
    </Sheet>
  );
};

/** Each disposition of the brand has one consequence here, or none of its own. */
const Outcomes = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t, language } = useText();
  const { settings, change } = desk;
  const dispositions =
    useSlice('reference')?.dispositions.filter(({ brandId }) => brandId === settings.brandId) ?? [];
  const set = (code: string, value: string) => {
    const others = settings.outcomes.filter(({ dispositionCode }) => dispositionCode !== code);
    const consequence: Consequence | undefined = consequences.find((one) => one === value);
    const mine = consequence === undefined ? [] : [{ dispositionCode: code, consequence }];
    change({ outcomes: [...others, ...mine] });
  };
  const options = [
    { id: none, label: t('planning.consequence.none') },
    ...consequences.map((id) => ({ id, label: t(`planning.consequence.${id}`) })),
  ];
  return (
    <Sheet look="wide" title={t('planning.field.outcomes')}>
      <p className={css('quiet')}>{t('planning.hint.outcomes')}</p>
      <div className={css('grid')}>
        {dispositions.map(({ code, label, refusesOffer }) => (
          <SelectField
            key={code}
            label={label[language]}
            hint={refusesOffer ? t('planning.form.refuses') : ''}
            value={
              settings.outcomes.find(({ dispositionCode }) => dispositionCode === code)
                ?.consequence ?? none
            }
            options={options}
            onChange={(value) => set(code, value)}
          />
        ))}
      </div>
    </Sheet>
  );
};

export const SpeechForm = ({ desk }: { readonly desk: SettingsDesk }) => (
  <>
    <Words desk={desk} />
    <Numbers desk={desk} />
    <Outcomes desk={desk} />
    <SequenceForm desk={desk} />
  </>
);
