/** The screens, at the left. While work is open it stands first. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { ScreenName } from '@renderer/platform/store/screen-store.ts';
import { useParked, useScreen, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { useFocusedWork } from '@renderer/platform/store/use-focused-work.ts';
import { useRunsCampaign } from '@renderer/platform/store/use-running-campaigns.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Role } from '@shared/domain/user/user.ts';
import styles from './frame.module.css';

const css = styleNames(styles);

const entries: readonly { readonly screen: ScreenName; readonly icon: IconName }[] = [
  { screen: 'day', icon: 'day' },
  { screen: 'customers', icon: 'customers' },
  { screen: 'knowledge', icon: 'article' },
  { screen: 'outbox', icon: 'outbox' },
  { screen: 'training', icon: 'training' },
];
/** For those whose team works on a campaign that runs. */
const calling: typeof entries = [{ screen: 'campaign', icon: 'campaign' }];
/** For those who lead a team. */
const leading: typeof entries = [{ screen: 'board', icon: 'board' }];
/** For those who make campaigns and see how they go. */
const planning: typeof entries = [
  { screen: 'campaigns', icon: 'campaign' },
  { screen: 'diaries', icon: 'calendar' },
];
/** Her own hours, or those of the team; a brand manager sees what is expected. */
const hours: typeof entries = [{ screen: 'forecast', icon: 'forecast' }];
/** For those who decide which cards are one customer. */
const deciding: typeof entries = [
  { screen: 'duplicates', icon: 'two-values' },
  { screen: 'channel-map', icon: 'measures' },
];
/** For those who set the house up; what a brand manager may is less. */
const administering: typeof entries = [{ screen: 'administration', icon: 'administration' }];
/** For those who write what is said, and those who want to read it. */
const speaking: typeof entries = [{ screen: 'speeches', icon: 'speech' }];
/** What calls bring and which words work; an advisor sees her own figures there. */
const measuring: typeof entries = [
  { screen: 'figures', icon: 'figures' },
  { screen: 'speech-measures', icon: 'chart' },
];
/** Recorded calls that are assessed: a lead's team, an advisor's own. */
const assessing: typeof entries = [{ screen: 'quality', icon: 'speaker' }];
/** For those who may bring files in. */
const importing: typeof entries = [{ screen: 'imports', icon: 'upload' }];
const last: typeof entries = [
  { screen: 'check', icon: 'headset' },
  { screen: 'settings', icon: 'settings' },
];

/** Where what it holds has another name for her. */
const wordsOf = (screen: ScreenName, role: Role): string => {
  if (screen === 'campaign' && role !== 'advisor') return 'to-call';
  return screen === 'forecast' && role !== 'brand-manager' ? 'schedules' : screen;
};

const RailLink = ({
  screen,
  icon,
  count = 0,
  words = screen,
}: {
  readonly screen: ScreenName;
  readonly icon: IconName;
  readonly count?: number;
  /** Where what it holds has another name for her. */
  readonly words?: string;
}) => {
  const { t } = useText();
  const { screen: store } = useServices();
  const shown = useScreen((state) => state.screen);
  // A call is looked at from the floor.
  const current = shown === screen || (screen === 'board' && shown === 'call-in-view');
  return (
    <button
      type="button"
      className={css('link', current && 'on')}
      aria-current={current ? 'page' : undefined}
      onClick={() => store.setState({ screen })}
    >
      <Icon name={icon} size={20} />
      <span>{t(`rail.${words}`)}</span>
      {count > 0 ? <b className={css('count')}>{count}</b> : null}
    </button>
  );
};

export const Rail = () => {
  const { t } = useText();
  const { work } = useFocusedWork();
  const parked = useParked();
  const runsCampaign = useRunsCampaign();
  const alerts = useSlice('alerts')?.open ?? [];
  const unanswered = alerts.filter(({ takenBy }) => takenBy === null).length;
  const role = useSlice('session')?.user?.role ?? 'advisor';
  const mayAdminister = role === 'administrator' || role === 'brand-manager';
  const [first, ...others] = entries;
  const shown = [
    ...(role === 'team-lead' ? leading : []),
    ...(first === undefined ? [] : [first]),
    ...(runsCampaign ? calling : []),
    ...(role === 'advisor' ? [] : planning),
    ...hours,
    ...others,
    ...(role === 'advisor' ? [] : deciding),
    ...(role === 'advisor' ? [] : speaking),
    ...measuring,
    ...(role === 'advisor' || role === 'team-lead' ? assessing : []),
    ...(mayAdminister ? importing : []),
  ];
  const below = mayAdminister ? [...administering, ...last] : last;
  return (
    <nav className={css('rail')} aria-label={t('rail.label')}>
      {work === null ? null : <RailLink screen="work" icon="phone" />}
      {shown.map(({ screen, icon }) => (
        <RailLink
          key={screen}
          screen={screen}
          icon={icon}
          count={screen === 'outbox' ? parked : screen === 'board' ? unanswered : 0}
          words={wordsOf(screen, role)}
        />
      ))}
      <i />
      {below.map(({ screen, icon }) => (
        <RailLink key={screen} screen={screen} icon={icon} />
      ))}
    </nav>
  );
};
