/** Where a version is on its way: what may be decided, what was remarked, what has happened to it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ScriptVersion, VersionEvent } from '@shared/contracts/http/scripts.ts';
import styles from './governance.module.css';
import { Remarks } from './remarks.tsx';
import { Trial } from './trial.tsx';
import { momentWords, useBeside, useNames } from './use-beside.ts';
import { VersionActs } from './version-acts.tsx';

const css = styleNames(styles);

const Happened = ({ events }: { readonly events: readonly VersionEvent[] }) => {
  const { t, language } = useText();
  const nameOf = useNames();
  return (
    <section className={css('part')} aria-label={t('speechWay.history')}>
      <h3>{t('speechWay.history')}</h3>
      <ol>
        {events.map((event) => (
          <li key={`${event.at} ${event.deed}`}>
            <span>
              {t(`speechWay.deed.${event.deed}`, { name: nameOf(event.by) })}{' '}
              <time dateTime={event.at}>{momentWords(event.at, language)}</time>
            </span>
            {event.validFrom === null ? null : (
              <small>
                {t('speechWay.from', { moment: momentWords(event.validFrom, language) })}
              </small>
            )}
            {event.reason === null ? null : <small>{event.reason}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
};

export const WayPanel = ({
  version,
  versions,
  onChanged,
}: {
  readonly version: ScriptVersion;
  readonly versions: readonly ScriptVersion[];
  readonly onChanged: () => void;
}) => {
  const { t, language } = useText();
  const nameOf = useNames();
  const { comments, events, reload } = useBeside(version);
  const changed = () => {
    void reload();
    onChanged();
  };
  const ownWork = version.status === 'in-review' && !version.may.includes('approve');
  return (
    <section className={css('panel')} aria-label={t('speechWay.title')}>
      <p>{t(`speechWay.state.${version.status}`)}</p>
      {version.validFrom !== null && version.status === 'published' ? (
        <p>{t('speechWay.from', { moment: momentWords(version.validFrom, language) })}</p>
      ) : null}
      {version.approvedBy === null ? null : (
        <p>{t('speechWay.approvedBy', { name: nameOf(version.approvedBy) })}</p>
      )}
      {version.reason === null ? null : (
        <p className={css('why')}>
          {t(version.status === 'draft' ? 'speechWay.refused' : 'speechWay.reason', {
            reason: version.reason,
          })}
        </p>
      )}
      {ownWork && version.may.includes('recall') ? (
        <p className={css('why')}>{t('speechWay.notYours')}</p>
      ) : null}
      <VersionActs version={version} onChanged={changed} />
      <Trial version={version} versions={versions} />
      <Remarks version={version} comments={comments} onChanged={() => void reload()} />
      {events.length === 0 ? null : <Happened events={events} />}
    </section>
  );
};
