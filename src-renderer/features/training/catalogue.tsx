/** What can be played, and the reports: hers, and for a team lead those of her team. */
import { formatNumber, formatShortDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { RolePlay, Series } from '@shared/domain/role-play/role-play.ts';
import { reportOf } from '@shared/domain/role-play/taking-report.ts';
import type { PastTaking } from './past-takings.ts';
import styles from './training.module.css';
import { type Known, useMayWrite } from './use-repertoire.ts';

const css = styleNames(styles);

/** What a team lead opens to write; `null` is a new one. */
export type Writing =
  | { readonly kind: 'role-play'; readonly rolePlay: RolePlay | null }
  | { readonly kind: 'series'; readonly series: Series | null };
type Write = (writing: Writing) => void;

const SeriesRow = ({
  series,
  onWrite,
}: {
  readonly series: Series;
  readonly onWrite: Write | null;
}) => {
  const { t, language } = useText();
  const request = useRequest();
  const brand = useBrand(series.brandId);
  const count = series.rolePlayIds.length;
  return (
    <li>
      <BrandMark brand={brand} size="small" />
      <span>
        <b>{series.title}</b>
        <small>
          {t('rolePlay.count', { count })} ·{' '}
          {t('rolePlay.passMark', { mark: formatNumber(series.passMark, language, 1) })}
        </small>
      </span>
      <span className={css('acts')}>
        {onWrite === null ? null : (
          <Button
            size="small"
            icon="pencil"
            aria-label={t('rolePlay.changeNamed', { title: series.title })}
            onClick={() => onWrite({ kind: 'series', series })}
          >
            {t('rolePlay.change')}
          </Button>
        )}
        <Button
          look="primary"
          icon="training"
          aria-label={t('rolePlay.takeNamed', { title: series.title })}
          blocked={count === 0 ? t('rolePlay.emptySeries') : undefined}
          onClick={() => void request('training.start', { kind: 'series', id: series.id })}
        >
          {t('rolePlay.take')}
        </Button>
      </span>
    </li>
  );
};

const RolePlayRow = ({
  play,
  onWrite,
}: {
  readonly play: RolePlay;
  readonly onWrite: Write | null;
}) => {
  const { t } = useText();
  const request = useRequest();
  const brand = useBrand(play.brandId);
  return (
    <li>
      <BrandMark brand={brand} size="small" />
      <span>
        <b>{play.title}</b>
        <small>
          {t(`rolePlay.level.${play.level}`)} · {play.character.name} ·{' '}
          {t(`rolePlay.mood.${play.mood}`)}
        </small>
      </span>
      <span className={css('acts')}>
        {onWrite === null ? null : (
          <Button
            size="small"
            icon="pencil"
            aria-label={t('rolePlay.changeNamed', { title: play.title })}
            onClick={() => onWrite({ kind: 'role-play', rolePlay: play })}
          >
            {t('rolePlay.change')}
          </Button>
        )}
        <Button
          size="small"
          aria-label={t('rolePlay.playNamed', { title: play.title })}
          onClick={() => void request('training.start', { kind: 'role-play', id: play.id })}
        >
          {t('rolePlay.play')}
        </Button>
      </span>
    </li>
  );
};

const PastRow = ({
  taking,
  onOpen,
}: {
  readonly taking: PastTaking;
  readonly onOpen: (taking: PastTaking) => void;
}) => {
  const { t, language } = useText();
  const note = reportOf(taking.runs, taking.passMark)?.note ?? 0;
  return (
    <li>
      <b className="figures">{formatNumber(note, language, 1)}</b>
      <span>
        <b>{taking.userName}</b>
        <small>
          {taking.title} · {formatShortDay(taking.endedAt, language)},{' '}
          {formatTime(taking.endedAt, language)}
        </small>
      </span>
      <Button
        size="small"
        aria-label={t('report.openNamed', { name: taking.userName, title: taking.title })}
        onClick={() => onOpen(taking)}
      >
        {t('report.open')}
      </Button>
    </li>
  );
};

export const Catalogue = ({
  known,
  past,
  onWrite,
  onOpen,
}: {
  readonly known: Known;
  readonly past: readonly PastTaking[];
  readonly onWrite: Write;
  readonly onOpen: (taking: PastTaking) => void;
}) => {
  const { t } = useText();
  const mayWrite = useMayWrite();
  const write = mayWrite ? onWrite : null;
  return (
    <div className={css('catalogue')}>
      <div>
        <section className={css('sheet')} aria-labelledby="training-series">
          <header className={css('acts')}>
            <h2 id="training-series">{t('rolePlay.allSeries')}</h2>
            <i />
            {write === null ? null : (
              <Button
                size="small"
                icon="plus"
                onClick={() => write({ kind: 'series', series: null })}
              >
                {t('rolePlay.newSeries')}
              </Button>
            )}
          </header>
          {known.series.length === 0 ? (
            <EmptyState icon="training" title={t('rolePlay.noSeries')} />
          ) : null}
          <ul className={css('rows')}>
            {known.series.map((series) => (
              <SeriesRow key={series.id} series={series} onWrite={write} />
            ))}
          </ul>
        </section>
        <section className={css('sheet')} aria-labelledby="training-plays">
          <header className={css('acts')}>
            <h2 id="training-plays">{t('rolePlay.all')}</h2>
            <i />
            {write === null ? null : (
              <Button
                size="small"
                icon="plus"
                onClick={() => write({ kind: 'role-play', rolePlay: null })}
              >
                {t('rolePlay.newOne')}
              </Button>
            )}
          </header>
          <ul className={css('rows')}>
            {known.rolePlays.map((play) => (
              <RolePlayRow key={play.id} play={play} onWrite={write} />
            ))}
          </ul>
        </section>
      </div>
      <section className={css('sheet')} aria-labelledby="training-reports">
        <h2 id="training-reports">{t(mayWrite ? 'report.allOfTeam' : 'report.allMine')}</h2>
        {past.length === 0 ? <EmptyState icon="file" title={t('report.none')} /> : null}
        <ul className={css('rows')}>
          {past.map((taking) => (
            <PastRow key={taking.takingId} taking={taking} onOpen={onOpen} />
          ))}
        </ul>
      </section>
    </div>
  );
};
