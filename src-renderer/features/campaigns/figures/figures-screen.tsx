/** « Chiffres »: what the calls of all campaigns brought and cost, and their experiments; an advisor's are her own. */

import { Truth } from '@renderer/platform/asked/truth.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { saveFile } from '@renderer/platform/save-file.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { TabBar, tabId } from '@renderer/ui/parts/tab-bar.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useId, useState } from 'react';
import { nextOf } from './choice.tsx';
import { ExperimentsTab } from './experiments-tab.tsx';
import styles from './figures.module.css';
import { FiguresTab } from './figures-tab.tsx';
import { type Asked, type Choice, useAllFigures } from './use-all-figures.ts';

const css = styleNames(styles);
const tabNames = ['figures', 'experiments'] as const;
type TabName = (typeof tabNames)[number];
const experimentsEveryMs = 60_000;
const first: Choice = { period: 'thirty', own: null, brandId: null, by: 'campaign' };

/** What is shown, as a file: its name says of which days and by what. */
const SaveButton = ({
  asked,
  code,
}: {
  readonly asked: Asked;
  /** Why the hub did not answer last. */
  readonly code: ErrorCode | null;
}) => {
  const { t, language } = useText();
  const request = useRequest();
  const save = async () => {
    const got = await request('planning.all-figures-sheet', { ...asked, language });
    const { by, from, to } = asked;
    const name = t('figures.file', { by: t(`figures.cut.${by}`).toLowerCase(), from, to });
    if (got.ok) saveFile(name, 'text/csv', got.value.bytes);
  };
  const blocked = code === null ? undefined : t(`error.${code}`);
  const act = () => {
    if (blocked === undefined) void save();
  };
  useKeys([{ key: 'e', whileTyping: 'rests', act }]);
  return (
    <Button icon="download" keys={['E']} aria-keyshortcuts="E" blocked={blocked} onClick={act}>
      {t('figures.save')}
    </Button>
  );
};

export const FiguresScreen = () => {
  const { t } = useText();
  const panelId = useId();
  const role = useSlice('session')?.user?.role ?? 'advisor';
  const names = role === 'advisor' ? tabNames.slice(0, 1) : tabNames;
  const [tab, turnTo] = useState<TabName>('figures');
  const [chosen, setChosen] = useState<Choice>(first);
  const { asked, known } = useAllFigures(chosen);
  const ofThem = useAsked(
    'planning.experiments',
    tab === 'experiments' ? {} : null,
    experimentsEveryMs,
  );
  const shown = tab === 'figures' ? known : ofThem.known;
  const choose = (part: Partial<Choice>) => setChosen((was) => ({ ...was, ...part }));
  useKeys([{ key: 't', whileTyping: 'rests', act: () => turnTo(nextOf(names, tab)) }]);
  return (
    <main className={css('page')}>
      <header className={css('head')}>
        <h1>{t('rail.figures')}</h1>
        <TabBar
          label={t('rail.figures')}
          names={names}
          words={(name) => t(`figures.tab.${name}`)}
          chosen={tab}
          panelId={panelId}
          onChoose={turnTo}
        />
        <i />
        <Truth of={shown} />
        {tab === 'figures' ? <SaveButton asked={asked} code={known?.code ?? null} /> : null}
      </header>
      <div
        id={panelId}
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
        aria-labelledby={tabId(panelId, tab)}
        className={css('panel', shown !== null && shown.code !== null && 'old')}
      >
        {tab === 'figures' ? (
          <FiguresTab chosen={chosen} asked={asked} known={known} onChoose={choose} />
        ) : (
          <ExperimentsTab known={ofThem.known} />
        )}
      </div>
    </main>
  );
};
