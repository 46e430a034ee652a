/**
 * « Chiffres »: what the calls of all campaigns brought and cost, what the centre did with its time and its
 * customers, and experiments; an advisor's are her own.
 */

import { Truth } from '@renderer/platform/asked/truth.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { saveFile } from '@renderer/platform/save-file.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { TabBar, tabId } from '@renderer/ui/parts/tab-bar.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CentreCut } from '@shared/contracts/http/centre-figures.ts';
import type { Role } from '@shared/domain/user/user.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import type { Result } from '@shared/kernel/result.ts';
import { useId, useState } from 'react';
import { CentreTab } from '../centre/centre-tab.tsx';
import { useCentreFigures } from '../centre/use-centre-figures.ts';
import { nextOf } from './choice.tsx';
import { ExperimentsTab } from './experiments-tab.tsx';
import styles from './figures.module.css';
import { FiguresTab } from './figures-tab.tsx';
import { type Choice, useAllFigures } from './use-all-figures.ts';

const css = styleNames(styles);
const tabNames = ['figures', 'centre', 'experiments'] as const;
type TabName = (typeof tabNames)[number];
const experimentsEveryMs = 60_000;
const first: Choice = { period: 'thirty', own: null, brandId: null, by: 'campaign' };

/** By what each looks first: a lead by person, an advisor by day. */
const firstCut: { readonly [role in Role]: CentreCut } = {
  advisor: 'day',
  'team-lead': 'advisor',
  'brand-manager': 'queue',
  administrator: 'team',
};

type OfCalls = ReturnType<typeof useAllFigures>;
type OfCentre = ReturnType<typeof useCentreFigures>;

/** What is shown, as a file. */
const SaveButton = ({
  name,
  code,
  ask,
}: {
  readonly name: string;
  /** Why the hub did not answer last. */
  readonly code: ErrorCode | null;
  readonly ask: () => Promise<Result<{ readonly bytes: ArrayBuffer }>>;
}) => {
  const { t } = useText();
  const save = async () => {
    const got = await ask();
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

/** Its name says of which days and by what; experiments have none. */
const Saving = ({
  tab,
  calls,
  centre,
}: {
  readonly tab: TabName;
  readonly calls: OfCalls;
  readonly centre: OfCentre;
}) => {
  const { t, language } = useText();
  const request = useRequest();
  if (tab === 'experiments') return null;
  const { asked, known } = tab === 'centre' ? centre : calls;
  const { by, from, to } = asked;
  const name = t(tab === 'centre' ? 'figures.centreFile' : 'figures.file', {
    by: t(`figures.cut.${by}`).toLowerCase(),
    from,
    to,
  });
  const ask = () =>
    tab === 'centre'
      ? request('planning.centre-figures-sheet', { ...centre.asked, language })
      : request('planning.all-figures-sheet', { ...calls.asked, language });
  return <SaveButton key={tab} name={name} code={known?.code ?? null} ask={ask} />;
};

export const FiguresScreen = () => {
  const { t } = useText();
  const panelId = useId();
  const role = useSlice('session')?.user?.role ?? 'advisor';
  const names = role === 'advisor' ? tabNames.slice(0, 2) : tabNames;
  const [tab, turnTo] = useState<TabName>('figures');
  const [chosen, setChosen] = useState<Choice>(first);
  const [centreBy, cutCentre] = useState<CentreCut>(firstCut[role]);
  const calls = useAllFigures(chosen, tab === 'figures');
  const centre = useCentreFigures(chosen, centreBy, tab === 'centre');
  const ofThem = useAsked(
    'planning.experiments',
    tab === 'experiments' ? {} : null,
    experimentsEveryMs,
  );
  const shown = { figures: calls, centre, experiments: ofThem }[tab].known;
  const choose = (part: Partial<Choice>) => setChosen((was) => ({ ...was, ...part }));
  useKeys([{ key: 't', whileTyping: 'rests', act: () => turnTo(nextOf(names, tab)) }]);
  return (
    <main className={css('page')}>
      <header className={css('head')}>
        <h1>{t('rail.figures')}</h1>
        <TabBar
          label={t('rail.figures')}
          names={names}
          words={(name) =>
            t(`figures.tab.${name === 'centre' && role === 'advisor' ? 'own' : name}`)
          }
          chosen={tab}
          panelId={panelId}
          onChoose={turnTo}
        />
        <i />
        <Truth of={shown} />
        <Saving tab={tab} calls={calls} centre={centre} />
      </header>
      <div
        id={panelId}
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
        aria-labelledby={tabId(panelId, tab)}
        className={css('panel', shown !== null && shown.code !== null && 'old')}
      >
        {tab === 'figures' ? <FiguresTab chosen={chosen} {...calls} onChoose={choose} /> : null}
        {tab === 'centre' ? (
          <CentreTab
            role={role}
            span={chosen}
            by={centreBy}
            known={centre.known}
            onChoose={choose}
            onCut={cutCentre}
          />
        ) : null}
        {tab === 'experiments' ? <ExperimentsTab known={ofThem.known} /> : null}
      </div>
    </main>
  );
};
