/** Under the thread: the way to write, what was begun, and what became of the last one (WRITE-14). */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useScreen } from '@renderer/platform/store/services.tsx';
import { useBeginMessage, useBegun } from '@renderer/platform/store/use-message.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './written.module.css';

const css = styleNames(styles);

const Sent = ({ customerId }: { readonly customerId: string }) => {
  const { t, language } = useText();
  const written = useScreen((state) => state.written);
  if (written?.customerId !== customerId) return null;
  const words = {
    channel: t(`channel.${written.channel}`),
    time: formatTime(written.at, language),
  };
  return (
    <p className={css('sent', written.waits && 'waits')} role="status">
      <Icon name={written.waits ? 'database' : 'check'} size={16} />
      {t(written.waits ? 'write.sentLater' : 'write.sent', words)}
    </p>
  );
};

export const WriteFoot = ({
  customerId,
  name,
  brandId,
  caseId,
}: {
  readonly customerId: string;
  /** As she is addressed. */
  readonly name: string;
  readonly brandId: string;
  readonly caseId: string | null;
}) => {
  const { t } = useText();
  const begin = useBeginMessage();
  const begun = useBegun(customerId)
    .filter(({ draft }) => draft.body.trim() !== '')
    .at(-1);
  const open = () =>
    void begin({
      customerId,
      brandId: begun?.brandId ?? brandId,
      inReplyTo: begun?.inReplyTo ?? null,
      caseId,
    });
  useKeys([{ key: 'e', modifier: 'ctrl', whileTyping: 'works', act: open }]);
  return (
    <div className={css('foot')}>
      <Sent customerId={customerId} />
      <button type="button" className={css('write')} onClick={open}>
        <Icon name="pencil" size={16} />
        <span>
          {begun === undefined
            ? t('write.to', { name })
            : t('write.goOn', { words: begun.draft.body.trim().slice(0, 60) })}
        </span>
        <KeyCaps keys={['Ctrl', 'E']} />
      </button>
    </div>
  );
};
