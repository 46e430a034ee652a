/** The speeches of one's brands: open one, write the next version, start a new one, bring one in. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Draft, ScriptVersion } from '@shared/contracts/http/scripts.ts';
import { freeKey } from '@shared/domain/script/editing/edits.ts';
import { startTransition, useState } from 'react';
import { Editor } from './editor.tsx';
import { NewSpeech } from './new-speech.tsx';
import { readKept } from './read-kept.ts';
import styles from './speech-editor.module.css';
import { SpeechList } from './speech-list.tsx';
import { useVersions } from './use-speeches.ts';

const css = styleNames(styles);

type Opened = Pick<Parameters<typeof Editor>[0], 'script' | 'kept' | 'version'>;

const useOpening = () => {
  const request = useRequest();
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = async (version: ScriptVersion): Promise<void> => {
    const answer = await request('speeches.content', {
      scriptId: version.id,
      version: version.version,
    });
    if (!answer.ok) return;
    const kept = readKept(answer.value);
    // A large one is built in turns, so that the window hears its keys meanwhile.
    startTransition(() => setOpened({ version, script: answer.value, kept }));
  };
  const create = async (scriptId: string, content: Draft): Promise<void> => {
    const answer = await request('speeches.draft', { scriptId, content });
    if (answer.ok) await open(answer.value);
  };
  /** The next version of one that is said begins with its words. */
  const goOn = async (version: ScriptVersion): Promise<void> => {
    const answer = await request('speeches.content', {
      scriptId: version.id,
      version: version.version,
      form: 'written',
    });
    if (!answer.ok) return;
    const { id, version: _v, publishedAt: _p, ...content } = answer.value;
    await create(id, content);
  };
  return { opened, close: () => setOpened(null), open, create, goOn };
};

export const SpeechesScreen = () => {
  const { t } = useText();
  const { versions, writes, away, reload } = useVersions();
  const { opened, close, open, create, goOn } = useOpening();
  if (opened !== null) {
    const leave = () => {
      close();
      void reload();
    };
    const { id, version } = opened.version;
    return (
      <Editor
        key={`${id} ${version} ${opened.version.status}`}
        {...opened}
        versions={versions ?? []}
        onClose={leave}
        onChanged={leave}
      />
    );
  }
  if (versions === null && away)
    return (
      <main className={css('start')}>
        <EmptyState heading icon="cloud-off" title={t('speechEditor.unreachable')} />
      </main>
    );
  if (versions === null)
    return (
      <main className={css('start')} aria-label={t('speechEditor.title')}>
        <h1>{t('speechEditor.title')}</h1>
        <LoadingLines label={t('speechEditor.loading')} />
      </main>
    );
  const start = (name: string, content: Draft) =>
    void create(
      freeKey(
        name,
        versions.map(({ id }) => id),
      ),
      content,
    );
  return (
    <main className={css('start')} aria-label={t('speechEditor.title')}>
      <h1>{t('speechEditor.title')}</h1>
      {writes ? <NewSpeech onStart={start} /> : null}
      <SpeechList
        versions={versions}
        writes={writes}
        onOpen={(version) => void open(version)}
        onGoOn={(version) => void goOn(version)}
      />
    </main>
  );
};
