/** « Étalonnage »: several mark the same call, blind; then each sees the others' marks and how far they agree. */
import { Loaded } from '@renderer/platform/asked/loaded.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { formatDate, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type {
  Assessment,
  calibrationSchema,
  GridView,
} from '@shared/contracts/http/assessments.ts';
import type { HeardRecording, Recording } from '@shared/contracts/http/recordings.ts';
import { agreementWord } from '@shared/domain/assessment/agreement.ts';
import { isWhole, type Mark, type Marks } from '@shared/domain/assessment/grid.ts';
import { useState } from 'react';
import type { z } from 'zod';
import editing from './editing.module.css';
import { GridForm } from './grid-form.tsx';
import { Player } from './player.tsx';
import styles from './quality.module.css';
import { Told } from './told.tsx';
import { useSound } from './use-sound.ts';

const css = styleNames(styles);
const edit = styleNames(editing);
type Seen = z.output<typeof calibrationSchema>;
const lookEveryMs = 20_000;

/** Where they differ by two or more it is worth a talk. */
const farApart = 2;

const Compared = ({ grid, seen }: { readonly grid: GridView; readonly seen: Seen }) => {
  const { t, language } = useText();
  if (!seen.open) return <p className={edit('quiet')}>{t('assess.calibrate.blind')}</p>;
  const { agreement, marked } = seen;
  const rows = grid.criteria.map(({ id, label }) => {
    const given = marked.flatMap(({ marks }) => marks[id] ?? []);
    return { id, label, apart: Math.max(...given, 0) - Math.min(...given, 3) };
  });
  return (
    <>
      <p role="status" className={edit('agreed')}>
        <b>
          {marked.length < 2
            ? t('assess.calibrate.alone')
            : agreement === null
              ? t('assess.calibrate.unknown')
              : t(`assess.calibrate.agree.${agreementWord(agreement)}`)}
        </b>
        {agreement === null || marked.length < 2 ? null : (
          <small>
            {t('assess.calibrate.kappa', { value: formatNumber(agreement, language, 2) })}
          </small>
        )}
      </p>
      <table className={edit('compared')}>
        <thead>
          <tr>
            <th scope="col">{t('assess.criterion')}</th>
            {marked.map(({ evaluatorName }) => (
              <th key={evaluatorName} scope="col">
                {evaluatorName}
              </th>
            ))}
            <th scope="col">{t('assess.calibrate.apart')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, apart }) => (
            <tr key={id} className={edit(apart >= farApart && 'far')}>
              <th scope="row">{label}</th>
              {marked.map(({ evaluatorName, marks }) => (
                <td key={evaluatorName}>{marks[id] ?? '–'}</td>
              ))}
              <td>{apart >= farApart ? t('assess.calibrate.toTalk', { apart }) : apart}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};

const Marking = ({
  of,
  grid,
  own,
  onChanged,
}: {
  readonly of: HeardRecording;
  readonly grid: GridView;
  readonly own: Assessment | null;
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const sound = useSound(of.id, 'evaluation');
  const [marks, setMarks] = useState<Marks>(own?.marks ?? {});
  const { known, reload } = useAsked('quality.calibration', { recordingId: of.id }, lookEveryMs);
  const seen = known?.value ?? null;
  const mark = async (id: string, given: Mark) => {
    const next = { ...marks, [id]: given };
    setMarks(next);
    const body = { recordingId: of.id, kind: 'calibration' as const, gridId: grid.id };
    await request('quality.save', { ...body, marks: { ...next }, comments: [] });
    onChanged();
    await reload();
  };
  // Once the others' marks could be seen hers stay as they are: they were given blind.
  const isOver = seen?.open === true && seen.marked.length > 1 && isWhole(grid, marks);
  return (
    <div className={css('evaluation')}>
      <h2>
        {t('assess.calibrate.heading', {
          title: of.title === '' ? t('assess.untitled') : of.title,
        })}
      </h2>
      <Player of={of} sound={sound} marksMs={[]} onMark={() => undefined} />
      <div className={css('halves')}>
        <Told of={of} atMs={sound.atMs} onSeek={sound.seek} />
        <section className={css('card')} aria-label={t('assess.tab.calibration')}>
          <GridForm
            grid={grid}
            marks={marks}
            onMark={isOver ? null : (id, given) => void mark(id, given)}
          />
          {seen === null ? null : <Compared grid={grid} seen={seen} />}
          <small>{t('assess.calibrate.never')}</small>
        </section>
      </div>
    </div>
  );
};

const One = ({
  recordingId,
  grid,
  own,
  onChanged,
}: {
  readonly recordingId: string;
  readonly grid: GridView;
  readonly own: Assessment | null;
  readonly onChanged: () => void;
}) => {
  const { known: heard } = useAsked('recording.see', { recordingId });
  return (
    <Loaded of={heard}>
      {(of) => <Marking of={of} grid={own?.grid ?? grid} own={own} onChanged={onChanged} />}
    </Loaded>
  );
};

const Sessions = ({
  recordings,
  onOpen,
}: {
  readonly recordings: readonly Recording[];
  readonly onOpen: (recordingId: string) => void;
}) => {
  const { t, language } = useText();
  const { known } = useAsked('quality.calibrations', {}, lookEveryMs);
  const sessions = known?.value?.calibrations ?? [];
  const begun = new Map(sessions.map((one) => [one.recordingId, one]));
  const byNeed = [...recordings].sort((a, b) => Number(begun.has(b.id)) - Number(begun.has(a.id)));
  return (
    <ul className={css('list')}>
      {byNeed.map((one) => {
        const session = begun.get(one.id);
        return (
          <li key={one.id}>
            <button type="button" onClick={() => onOpen(one.id)}>
              <span>
                <b>{one.title === '' ? t('assess.untitled') : one.title}</b>
                <small>{one.advisorName}</small>
              </span>
              <span>{formatDate(Date.parse(one.startedAt), language)}</span>
              <small>
                {session === undefined
                  ? t('assess.calibrate.notBegun')
                  : t('assess.calibrate.evaluators', { count: session.evaluators })}
              </small>
              <span>{t(`assess.calibrate.mine.${session?.mine ?? 'none'}`)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};

export const Calibration = ({
  recordings,
  assessments,
  grids,
  onChanged,
}: {
  readonly recordings: readonly Recording[];
  readonly assessments: readonly Assessment[];
  readonly grids: readonly GridView[];
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const me = useSlice('session')?.user;
  const [openId, setOpenId] = useState<string | null>(null);
  const others = recordings.filter(({ advisorId }) => advisorId !== me?.id);
  const open = others.find(({ id }) => id === openId);
  const grid = grids.find(({ brandId }) => brandId === open?.brandId);
  if (others.length === 0)
    return (
      <EmptyState
        icon="speaker"
        title={t('assess.calibrate.none')}
        detail={t('assess.calibrate.noneDetail')}
      />
    );
  if (open === undefined)
    return (
      <>
        <p className={edit('quiet')}>{t('assess.calibrate.what')}</p>
        <Sessions recordings={others} onOpen={setOpenId} />
      </>
    );
  const own = assessments.find(
    ({ recordingId, kind, evaluatorId }) =>
      recordingId === open.id && kind === 'calibration' && evaluatorId === me?.id,
  );
  return (
    <>
      <Button size="small" look="ghost" onClick={() => setOpenId(null)}>
        {t('assess.calibrate.back')}
      </Button>
      {grid === undefined ? (
        <EmptyState icon="speaker" title={t('assess.noGrid')} detail={t('assess.noGridDetail')} />
      ) : (
        <One recordingId={open.id} grid={grid} own={own ?? null} onChanged={onChanged} />
      )}
    </>
  );
};
