/** One version of a speech, open: outline, graph or words, preview and checks; keys for all of it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { InTurn } from '@renderer/ui/parts/in-turn.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ScriptVersion } from '@shared/contracts/http/scripts.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { memo, useEffect, useMemo, useState } from 'react';
import { Centre } from './centre.tsx';
import { ChecksList } from './checks-list.tsx';
import { DifferencePanel } from './difference-panel.tsx';
import { EditorHead } from './editor-head.tsx';
import {
  createEditorStore,
  DeskProvider,
  type EditorStore,
  redo,
  undo,
  useReadOnly,
} from './editor-store.ts';
import { SaidMeasureProvider } from './governance/edge-shares.ts';
import { useSaidMeasure } from './governance/said-figures.tsx';
import { WayPanel } from './governance/way-panel.tsx';
import { Play } from './play.tsx';
import { Preview } from './preview.tsx';
import { TheirsStrip } from './saving-note.tsx';
import { Segment } from './segment.tsx';
import { Side } from './side.tsx';
import styles from './speech-editor.module.css';
import { useAutosave } from './use-autosave.ts';
import { type Checked, useFindings } from './use-findings.ts';
import { type Listener, ListenerProvider } from './use-listener.ts';

const css = styleNames(styles);

type Given = {
  readonly version: ScriptVersion;
  readonly versions: readonly ScriptVersion[];
  readonly store: EditorStore;
  readonly onClose: () => void;
  /** The version has become another: submitted, saved, approved. */
  readonly onChanged: () => void;
};

type BesideGiven = Pick<Given, 'version' | 'versions' | 'onChanged'> & {
  readonly checked: Checked;
};

const Beside = memo(({ version, versions, checked, onChanged }: BesideGiven) => {
  const { t } = useText();
  const [shown, setShown] = useState<'checks' | 'difference' | 'wayTab'>(
    version.status === 'draft' ? 'checks' : 'wayTab',
  );
  return (
    <aside className={css('beside')}>
      <Preview />
      <Segment
        label={t('speechEditor.besideOf')}
        value={shown}
        options={(['checks', 'difference', 'wayTab'] as const).map((id) => ({
          id,
          label: t(`speechEditor.${id}`),
        }))}
        onChoose={setShown}
      />
      {shown === 'checks' ? <ChecksList {...checked} /> : null}
      {shown === 'difference' ? <DifferencePanel versions={versions} /> : null}
      {shown === 'wayTab' ? (
        <WayPanel version={version} versions={versions} onChanged={onChanged} />
      ) : null}
    </aside>
  );
});

const useEditorKeys = (store: EditorStore, onPlay: () => void): void =>
  useKeys([
    { key: 'j', modifier: 'alt', whileTyping: 'works', act: onPlay },
    {
      key: 'g',
      modifier: 'alt',
      whileTyping: 'works',
      act: () => store.setState({ view: 'graph' }),
    },
    {
      key: 't',
      modifier: 'alt',
      whileTyping: 'works',
      act: () => store.setState({ view: 'text' }),
    },
    { key: 'z', modifier: 'ctrl', whileTyping: 'works', act: () => undo(store) },
    { key: 'y', modifier: 'ctrl', whileTyping: 'works', act: () => redo(store) },
  ]);

const Open = ({ version, versions, store, onClose, onChanged }: Given) => {
  const { t } = useText();
  const request = useRequest();
  const readOnly = useReadOnly();
  const checked = useFindings();
  const { findings } = checked;
  const saver = useAutosave(store, version, !readOnly);
  const [playing, setPlaying] = useState(false);
  const said = versions.find((one) => one.id === version.id && one.said);
  const measure = useSaidMeasure(version.id, said?.version ?? null);
  useEditorKeys(store, () => setPlaying(true));
  const submit = async () => {
    if (!(await saver.saveNow())) return;
    const answer = await request('speeches.submit', {
      scriptId: version.id,
      version: version.version,
      revision: saver.revision(),
    });
    if (answer.ok) onChanged();
  };
  const close = async () => {
    if (!readOnly) await saver.saveNow();
    onClose();
  };
  return (
    <main className={css('editor')} aria-label={t('speechEditor.title')}>
      <EditorHead
        version={version}
        checked={checked}
        onClose={() => void close()}
        onPlay={() => setPlaying(true)}
        onSubmit={() => void submit()}
      />
      <TheirsStrip saver={saver} />
      <SaidMeasureProvider value={measure}>
        <div className={css('columns')}>
          <Side version={version} versions={versions} findings={findings} />
          <InTurn turn={1} until={<section className={css('centre')} />}>
            <Centre findings={findings} />
          </InTurn>
          <InTurn turn={3} until={<aside className={css('beside')} />}>
            <Beside version={version} versions={versions} checked={checked} onChanged={onChanged} />
          </InTurn>
        </div>
      </SaidMeasureProvider>
      {playing ? <Play onClose={() => setPlaying(false)} /> : null}
    </main>
  );
};

export const Editor = ({
  script,
  kept,
  ...given
}: Omit<Given, 'store'> & {
  readonly script: Script;
  /** What was written on this desktop and did not reach the hub. */
  readonly kept: Script | null;
}) => {
  const { clock } = useServices();
  const { version } = given;
  const [store] = useState(() =>
    createEditorStore(script, version.savedAt === null ? null : Date.parse(version.savedAt)),
  );
  const [listener, listen] = useState<Listener>({ kind: 'invented', id: 'expert' });
  const readOnly = !version.may.includes('save');
  const desk = useMemo(
    () => ({ store, readOnly, nowMs: () => clock.now() }),
    [store, readOnly, clock],
  );
  const listening = useMemo(() => ({ listener, listen }), [listener]);
  useEffect(() => {
    // What this desktop kept goes on where it was, and is saved like any change.
    if (kept !== null && !readOnly)
      store.setState(({ history }) => ({
        history: {
          ...history,
          past: [...history.past, history.now],
          now: { ...kept, ...headOf(script) },
        },
      }));
  }, [kept, readOnly, script, store]);
  return (
    <DeskProvider value={desk}>
      <ListenerProvider value={listening}>
        <Open {...given} store={store} />
      </ListenerProvider>
    </DeskProvider>
  );
};

const headOf = ({ id, version, publishedAt, brandId }: Script) => ({
  id,
  version,
  publishedAt,
  brandId,
});
