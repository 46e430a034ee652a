/** What opens over the screen: search in a call, the keypad, all keys. */
import { Finder } from '@renderer/features/finder/finder.tsx';
import { useScreen, useServices } from '@renderer/platform/store/services.tsx';
import { useFocusedWork } from '@renderer/platform/store/use-focused-work.ts';
import { lazy, Suspense, useCallback } from 'react';

const ArticlePane = lazy(async () => ({
  default: (await import('@renderer/features/knowledge/article-pane.tsx')).ArticlePane,
}));
const Keypad = lazy(async () => ({
  default: (await import('@renderer/features/softphone/keypad.tsx')).Keypad,
}));
const RecordingPanel = lazy(async () => ({
  default: (await import('@renderer/features/softphone/recording-panel.tsx')).RecordingPanel,
}));
const KeyHelp = lazy(async () => ({
  default: (await import('@renderer/features/key-help/key-help.tsx')).KeyHelp,
}));

const CallQuestion = lazy(async () => ({
  default: (await import('@renderer/features/desktop-questions/call-question.tsx')).CallQuestion,
}));
const RefusedCallQuestion = lazy(async () => ({
  default: (await import('@renderer/features/desktop-questions/refused-call.tsx'))
    .RefusedCallQuestion,
}));
const CloseQuestion = lazy(async () => ({
  default: (await import('@renderer/features/desktop-questions/close-question.tsx')).CloseQuestion,
}));

export const Overlays = () => {
  const { screen } = useServices();
  const overlay = useScreen((state) => state.overlay);
  const articleId = useScreen((state) => state.articleId);
  const writing = useScreen((state) => state.messageId !== null);
  const { work, call } = useFocusedWork();
  const close = () => screen.setState({ overlay: null });
  const question = useScreen((state) => state.question);
  const answered = useCallback(() => screen.setState({ question: null }), [screen]);
  return (
    <Suspense fallback={null}>
      {overlay === 'finder' && work !== null ? <Finder place="over" onClose={close} /> : null}
      {overlay === 'article' && (work !== null || writing) && articleId !== null ? (
        <ArticlePane articleId={articleId} />
      ) : null}
      {overlay === 'keypad' && call?.phase === 'talking' ? <Keypad callId={call.id} /> : null}
      {overlay === 'recording' && call?.phase === 'talking' ? (
        <RecordingPanel callId={call.id} />
      ) : null}
      {question?.kind === 'call' ? <CallQuestion asked={question} onDone={answered} /> : null}
      {/* Waited for by itself: always there, it would hold the search back while it loads. */}
      <Suspense fallback={null}>
        <RefusedCallQuestion />
      </Suspense>
      {question?.kind === 'close' ? <CloseQuestion onDone={answered} /> : null}
      {overlay === 'keys' ? <KeyHelp onClose={close} /> : null}
    </Suspense>
  );
};
