/** Who is next: why, what is worth knowing, what the law says, and the first words. */
import { formatDay, formatShortDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useOpening } from '@renderer/platform/store/use-opening.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { Spoken } from '@renderer/ui/parts/spoken.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { OwnContact } from '@shared/contracts/engine/campaigns.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { speechFor } from '@shared/domain/experiment/design.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import styles from './campaign.module.css';
import { LawPanel } from './law-panel.tsx';
import type { JudgedPerson } from './use-judged.ts';

const css = styleNames(styles);

type Fact = { readonly icon: IconName; readonly words: string };

const useWhy = (person: OwnContact): Fact => {
  const { t, language } = useText();
  if (person.promisedAt !== null) {
    const day = formatDay(person.promisedAt, language);
    const words = t('campaign.why.promised', {
      day,
      time: formatTime(person.promisedAt, language),
    });
    return { icon: 'clock', words };
  }
  if (person.why === 'ending' && person.expiresAt !== null)
    return {
      icon: 'hourglass',
      words: t('campaign.why.ending', { time: formatTime(person.expiresAt, language) }),
    };
  return { icon: 'chart', words: t('campaign.why.worth') };
};

/** Her open files and the last thing that she herself did with the brand. */
const useKnown = (bundle: CustomerBundle, brandId: string): readonly Fact[] => {
  const { t, language } = useText();
  const files = bundle.cases
    .filter((one) => one.brandId === brandId && (one.status === 'open' || one.status === 'waiting'))
    .slice(0, 2)
    .map(({ title }): Fact => ({ icon: 'file', words: t('campaign.known.open', { title }) }));
  const [last] = bundle.interactions
    .filter((one) => one.brandId === brandId && one.direction === 'inbound')
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  if (last === undefined) return files;
  const what = last.summary ?? last.customerWords ?? (last.title || t(`channel.${last.channel}`));
  const words = t('campaign.known.last', { day: formatShortDay(last.startedAt, language), what });
  return [...files, { icon: last.channel, words }];
};

const Knowing = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <ul className={css('facts')}>
    {facts.map(({ icon, words }) => (
      <li key={words}>
        <Icon name={icon} />
        <span>{words}</span>
      </li>
    ))}
  </ul>
);

const FirstWords = ({
  bundle,
  campaign,
}: {
  readonly bundle: CustomerBundle;
  readonly campaign: CampaignView;
}) => {
  const { t } = useText();
  const opening = useOpening(
    bundle.customer.id,
    campaign.settings.brandId,
    speechFor(campaign, bundle.customer.id),
  );
  return (
    <>
      <h3 className={css('label')}>{t('ringing.firstWords')}</h3>
      {opening === null ? (
        <p className={css('quiet')}>{t('campaign.noSpeech')}</p>
      ) : (
        <Spoken size="small" words={opening.words} lang={opening.language} />
      )}
    </>
  );
};

/** What the law wants of everybody, in a sentence, for whoever asks her why. */
const PlainRule = ({ decision }: Pick<JudgedPerson, 'decision'>) => {
  const { t } = useText();
  if (decision.allowed) return null;
  const { rule, source } = decision;
  return (
    <section className={css('plain')} aria-label={t('campaign.law.plain')}>
      <h3 className={css('label')}>{t('campaign.law.plain')}</h3>
      <p>{t(`admin.law.says.${rule}`)}</p>
      <small>{t('campaign.law.source', { source })}</small>
    </section>
  );
};

export const PersonSheet = ({
  campaign,
  person,
  bundle,
  judged,
}: {
  readonly campaign: CampaignView;
  readonly person: OwnContact;
  readonly bundle: CustomerBundle;
  readonly judged: JudgedPerson;
}) => {
  const { t } = useText();
  const { settings } = campaign;
  const { customer } = bundle;
  const relation = customer.relations.find(({ brandId }) => brandId === settings.brandId);
  const number = person.numbers[person.numberRank] ?? person.numbers[0];
  const why = useWhy(person);
  const known = useKnown(bundle, settings.brandId);
  const about = [
    person.commune,
    relation && t(`c360.since.${customer.civility}`, { year: relation.since.slice(0, 4) }),
    relation && t(`c360.segment.${relation.segment}`),
  ].filter(Boolean);
  return (
    <article
      className={css('sheet')}
      aria-label={person.customerName}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys
      tabIndex={0}
    >
      <header className={css('who')}>
        <h2>{person.customerName}</h2>
        {number === undefined ? null : <span>{displayNumber(number)}</span>}
      </header>
      <p className={css('quiet')}>{about.join(' · ')}</p>
      <h3 className={css('label')}>{t('campaign.whyNow')}</h3>
      <Knowing facts={[why, ...known]} />
      <LawPanel judged={judged} place={person.commune} />
      <PlainRule decision={judged.decision} />
      {judged.decision.allowed ? <FirstWords bundle={bundle} campaign={campaign} /> : null}
    </article>
  );
};
