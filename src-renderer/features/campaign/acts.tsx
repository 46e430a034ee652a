/** What she does with whoever is next: one key each. What cannot be taken back is asked once. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { isTypingIn, type KeyBinding, useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { OwnContact } from '@shared/contracts/engine/campaigns.ts';
import { giveBackReasons } from '@shared/contracts/http/campaigns.ts';
import { useEffect, useRef, useState } from 'react';
import styles from './campaign.module.css';
import type { CampaignDay } from './use-campaign.ts';

const css = styleNames(styles);
const passReasons = giveBackReasons.filter((reason) => reason !== 'later');

type Acting = {
  readonly day: CampaignDay;
  readonly person: OwnContact;
  readonly brandName: string;
  readonly isAllowed: boolean;
};
type Asking = 'pass' | 'oppose' | null;

const on = (key: string, act: () => void, modifier?: KeyBinding['modifier']): KeyBinding => ({
  key,
  whileTyping: 'rests',
  act,
  ...(modifier === undefined ? {} : { modifier }),
});

const WhyPass = ({ day, onDone }: { readonly day: CampaignDay; readonly onDone: () => void }) => {
  const { t } = useText();
  const pass = (reason: (typeof passReasons)[number]) => {
    onDone();
    void day.giveBack(reason);
  };
  useKeys([
    ...passReasons.map((reason, at) => on(`Digit${at + 1}`, () => pass(reason))),
    on('Escape', onDone),
  ]);
  return (
    <fieldset className={css('acts', 'asking')}>
      <legend>{t('campaign.pass.ask')}</legend>
      {passReasons.map((reason, at) => (
        <Button key={reason} keys={[String(at + 1)]} onClick={() => pass(reason)}>
          {t(`campaign.pass.${reason}`)}
        </Button>
      ))}
      <Button look="ghost" keys={[t('key.escape')]} onClick={onDone}>
        {t('campaign.back')}
      </Button>
    </fieldset>
  );
};

const SureOppose = ({
  day,
  person,
  brandName,
  onDone,
}: Omit<Acting, 'isAllowed'> & { readonly onDone: () => void }) => {
  const { t } = useText();
  const oppose = () => {
    onDone();
    void day.oppose();
  };
  useKeys([on(t('campaign.oppose.key'), oppose), on('Escape', onDone)]);
  return (
    <fieldset className={css('acts', 'asking')}>
      <legend>{t('campaign.oppose.ask', { name: person.customerName, brand: brandName })}</legend>
      <Button
        look="danger"
        icon="opposed"
        keys={[t('campaign.oppose.key').toUpperCase()]}
        onClick={oppose}
      >
        {t('campaign.oppose.yes')}
      </Button>
      <Button look="ghost" keys={[t('key.escape')]} onClick={onDone}>
        {t('campaign.back')}
      </Button>
    </fieldset>
  );
};

/** Who comes after her in the list; null: nobody. */
const nextOf = ({ people, person }: CampaignDay): OwnContact | null => {
  const at = people.findIndex(({ id }) => id === person?.id);
  const next = people[(at + 1) % people.length];
  return next === undefined || next.id === person?.id ? null : next;
};

export const Acts = ({ day, person, brandName, isAllowed }: Acting) => {
  const { t } = useText();
  const [asking, setAsking] = useState<Asking>(null);
  const next = nextOf(day);
  const goOn = () => (next === null ? void day.giveBack('later') : day.pick(next.id));
  const main = isAllowed ? () => void day.call() : goOn;
  useKeys(
    asking === null
      ? [
          on('Enter', main),
          on('r', () => void day.giveBack('later')),
          on('p', () => setAsking('pass')),
          on('n', () => setAsking('oppose'), 'shift'),
        ]
      : [],
  );
  const mainButton = useRef<HTMLButtonElement>(null);
  // Enter calls whoever has just come up, wherever she clicked before; never away from a field.
  useEffect(() => {
    if (asking === null && !isTypingIn(document.activeElement)) mainButton.current?.focus();
  }, [asking]);
  const done = () => setAsking(null);
  if (asking === 'pass') return <WhyPass day={day} onDone={done} />;
  if (asking === 'oppose')
    return <SureOppose day={day} person={person} brandName={brandName} onDone={done} />;
  return (
    <div className={css('acts')} role="toolbar" aria-label={t('campaign.acts')}>
      {isAllowed ? (
        <Button ref={mainButton} look="brand" size="large" icon="phone" keys={['↵']} onClick={main}>
          {t('campaign.call')}
        </Button>
      ) : (
        <Button ref={mainButton} look="primary" size="large" keys={['↵']} onClick={main}>
          {next === null
            ? t('campaign.nextAlone')
            : t('campaign.next', { name: next.customerName })}
        </Button>
      )}
      <Button keys={['R']} onClick={() => void day.giveBack('later')}>
        {t('campaign.later')}
      </Button>
      <Button keys={['P']} onClick={() => setAsking('pass')}>
        {t('campaign.pass.do')}
      </Button>
      <Button look="ghost" keys={[t('key.shift'), 'N']} onClick={() => setAsking('oppose')}>
        {t('campaign.oppose.do')}
      </Button>
    </div>
  );
};
