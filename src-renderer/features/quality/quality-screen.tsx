/** « Qualité » (screen 20): recorded calls to hear, to assess, contested, and the grids. */
import { Loaded } from '@renderer/platform/asked/loaded.tsx';
import { Truth } from '@renderer/platform/asked/truth.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { TabBar } from '@renderer/ui/parts/tab-bar.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Assessment, GridView } from '@shared/contracts/http/assessments.ts';
import type { Recording } from '@shared/contracts/http/recordings.ts';
import { useState } from 'react';
import { Calibration } from './calibration.tsx';
import { Evaluation } from './evaluation.tsx';
import { Grids } from './grids.tsx';
import styles from './quality.module.css';
import { ToHear } from './to-hear.tsx';

const css = styleNames(styles);
const tabs = ['toHear', 'evaluation', 'calibration', 'contested', 'grids'] as const;
type Tab = (typeof tabs)[number];
/** Advisors do not mark. */
const ownTabs = tabs.filter((tab) => tab !== 'calibration');
const panelId = 'quality-panel';
const lookEveryMs = 60_000;

type Shown = {
  readonly recordings: readonly Recording[];
  readonly assessments: readonly Assessment[];
  readonly grids: readonly GridView[];
};

const Panel = ({
  tab,
  shown,
  openId,
  onOpen,
  onChanged,
}: {
  readonly tab: Tab;
  readonly shown: Shown;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const { recordings, assessments, grids } = shown;
  if (tab === 'grids') return <Grids grids={grids} onChanged={onChanged} />;
  if (tab === 'calibration') return <Calibration {...shown} onChanged={onChanged} />;
  const known = assessments.find(
    ({ recordingId, kind }) => recordingId === openId && kind === 'assessment',
  );
  const open = recordings.find(({ id }) => id === openId);
  const grid = known?.grid ?? grids.find(({ brandId }) => brandId === open?.brandId);
  if (tab === 'evaluation') {
    if (openId === null || open === undefined)
      return (
        <EmptyState icon="speaker" title={t('assess.choose')} detail={t('assess.chooseDetail')} />
      );
    if (grid === undefined)
      return (
        <EmptyState icon="speaker" title={t('assess.noGrid')} detail={t('assess.noGridDetail')} />
      );
    return (
      <Evaluation
        key={openId}
        recordingId={openId}
        grid={grid}
        known={known ?? null}
        onChanged={onChanged}
      />
    );
  }
  const contested = assessments
    .filter(({ state }) => state === 'contested')
    .map((one) => one.recordingId);
  const listed =
    tab === 'toHear' ? recordings : recordings.filter(({ id }) => contested.includes(id));
  const empty = { title: t(`assess.empty.${tab}`), detail: t(`assess.empty.${tab}Detail`) };
  return <ToHear recordings={listed} assessments={assessments} empty={empty} onOpen={onOpen} />;
};

export const QualityScreen = () => {
  const { t } = useText();
  const role = useSlice('session')?.user?.role;
  const [tab, setTab] = useState<Tab>('toHear');
  const [openId, setOpenId] = useState<string | null>(null);
  const recordings = useAsked('recording.list', {}, lookEveryMs);
  const assessments = useAsked('quality.assessments', {}, lookEveryMs);
  const grids = useAsked('quality.grids', {});
  const changed = () => void Promise.all([assessments.reload(), grids.reload()]);
  const open = (id: string) => {
    setOpenId(id);
    setTab('evaluation');
  };
  return (
    <main className={css('page')}>
      <header className={css('head')}>
        <h1>{t('rail.quality')}</h1>
        <TabBar
          label={t('rail.quality')}
          names={role === 'team-lead' ? tabs : ownTabs}
          words={(name) => t(`assess.tab.${name}`)}
          chosen={tab}
          panelId={panelId}
          onChoose={setTab}
        />
        <i />
        <Truth of={recordings.known} />
      </header>
      <section
        id={panelId}
        role="tabpanel"
        aria-labelledby={`${panelId}-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
        className={css('panel', recordings.known?.code != null && 'old')}
      >
        <Loaded of={recordings.known}>
          {(list) => (
            <Panel
              tab={tab}
              shown={{
                recordings: list.recordings,
                assessments: assessments.known?.value?.assessments ?? [],
                grids: grids.known?.value?.grids ?? [],
              }}
              openId={openId}
              onOpen={open}
              onChanged={changed}
            />
          )}
        </Loaded>
      </section>
    </main>
  );
};
