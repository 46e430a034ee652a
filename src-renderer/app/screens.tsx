/** The screens by name, each loaded when it is first wanted; the work screen ahead of the first ring. */
import { DayScreen } from '@renderer/features/day/day-screen.tsx';
import type { ScreenName } from '@renderer/platform/store/screen-store.ts';
import { useScreen, useSlice } from '@renderer/platform/store/services.tsx';
import { useFocusedWork } from '@renderer/platform/store/use-focused-work.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { type ComponentType, lazy, memo, Suspense } from 'react';
import { Panel } from './frame/panel.tsx';

/** What the brand speech and a customer's own words are set in. */
const spokenFonts = ['1rem "Literata Variable"', 'italic 1rem "Literata Variable"'];

type WorkScreenType = ComponentType<{ readonly work: WorkItem }>;
let loadedWork: WorkScreenType | null = null;
const loadWork = async (): Promise<WorkScreenType> => {
  loadedWork = (await import('./work/work-screen.tsx')).WorkScreen;
  return loadedWork;
};
const LazyWork = lazy(async () => ({ default: await loadWork() }));

/**
 * React shows what was waited for 300 ms late at the earliest: what is there is not waited for. Drawn
 * anew when its work is another, not at each turn of a call.
 */
const WorkScreen: WorkScreenType = memo(({ work }: { readonly work: WorkItem }) => {
  const Ready = loadedWork ?? LazyWork;
  return <Ready work={work} />;
});
const SignInScreen = lazy(async () => ({
  default: (await import('@renderer/features/sign-in/sign-in-screen.tsx')).SignInScreen,
}));

const LockScreen = lazy(async () => ({
  default: (await import('@renderer/features/sign-in/lock-screen.tsx')).LockScreen,
}));

/** What is shown within the frame. A call's columns come from the work, not from here. */
const screens: { readonly [name in Exclude<ScreenName, 'work'>]: ComponentType } = {
  day: DayScreen,
  campaign: lazy(async () => ({
    default: (await import('./campaign/campaign-screen.tsx')).CampaignScreen,
  })),
  campaigns: lazy(async () => ({
    default: (await import('@renderer/features/campaigns/campaigns-screen.tsx')).CampaignsScreen,
  })),
  customers: lazy(async () => ({
    default: (await import('./customer/customer-screen.tsx')).CustomerScreen,
  })),
  diaries: lazy(async () => ({
    default: (await import('./diaries/diaries-page.tsx')).DiariesPage,
  })),
  duplicates: lazy(async () => ({
    default: (await import('@renderer/features/duplicates/duplicates-screen.tsx')).DuplicatesScreen,
  })),
  'channel-map': lazy(async () => ({
    default: (await import('@renderer/features/channel-map/channel-map-screen.tsx'))
      .ChannelMapScreen,
  })),
  figures: lazy(async () => ({
    default: (await import('@renderer/features/campaigns/figures/figures-screen.tsx'))
      .FiguresScreen,
  })),
  board: lazy(async () => ({
    default: (await import('@renderer/features/lead-board/board-screen.tsx')).BoardScreen,
  })),
  'call-in-view': lazy(async () => ({
    default: (await import('./lead/call-in-view-screen.tsx')).CallInViewScreen,
  })),
  forecast: lazy(async () => ({
    default: (await import('@renderer/features/staffing/schedules-screen.tsx')).SchedulesScreen,
  })),
  knowledge: lazy(async () => ({
    default: (await import('@renderer/features/knowledge/knowledge-screen.tsx')).KnowledgeScreen,
  })),
  imports: lazy(async () => ({
    default: (await import('@renderer/features/imports/imports-screen.tsx')).ImportsScreen,
  })),
  speeches: lazy(async () => ({
    default: (await import('@renderer/features/speech-editor/speeches-screen.tsx')).SpeechesScreen,
  })),
  outbox: lazy(async () => ({
    default: (await import('@renderer/features/outbox/outbox-screen.tsx')).OutboxScreen,
  })),
  'speech-measures': lazy(async () => ({
    default: (await import('@renderer/features/speech-measures/speech-measures-screen.tsx'))
      .SpeechMeasuresScreen,
  })),
  quality: lazy(async () => ({
    default: (await import('@renderer/features/quality/quality-screen.tsx')).QualityScreen,
  })),
  training: lazy(async () => ({
    default: (await import('@renderer/features/training/training-screen.tsx')).TrainingScreen,
  })),
  check: lazy(async () => ({
    default: (await import('@renderer/features/workstation-check/check-screen.tsx')).CheckScreen,
  })),
  administration: lazy(async () => ({
    default: (await import('@renderer/features/administration/administration-screen.tsx'))
      .AdministrationScreen,
  })),
  settings: lazy(async () => ({
    default: (await import('@renderer/features/settings/settings-screen.tsx')).SettingsScreen,
  })),
};

/**
 * Fetches the work screen and its letters while nothing rings, so that a ring only has to paint.
 * Returns what calls it off: a window may close before it is idle.
 */
export const preloadWork = (): (() => void) => {
  const load = () => {
    void loadWork();
    for (const font of spokenFonts) void document.fonts?.load(font);
  };
  if ('requestIdleCallback' in window) {
    const asked = window.requestIdleCallback(load, { timeout: 1500 });
    return () => window.cancelIdleCallback(asked);
  }
  const timer = setTimeout(load, 300);
  return () => clearTimeout(timer);
};

export const CurrentScreen = () => {
  const name = useScreen((state) => state.screen);
  const { work } = useFocusedWork();
  const shown = name === 'work' && work === null ? 'day' : name;
  const Chosen = shown === 'work' ? null : screens[shown];
  return (
    <Panel name="screen" resetKey={`${shown} ${work?.id ?? ''}`}>
      <Suspense fallback={null}>
        {Chosen === null ? work && <WorkScreen work={work} /> : <Chosen />}
      </Suspense>
    </Panel>
  );
};

export const SignIn = () => {
  const session = useSlice('session');
  if (session === undefined || session.status === 'starting') return null;
  return (
    <Suspense fallback={null}>
      {session.status === 'locked' ? <LockScreen /> : <SignInScreen />}
    </Suspense>
  );
};
