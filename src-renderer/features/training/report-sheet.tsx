/** How a series went: the note, each mark over all calls, the calls, and one thing to work on. */
import { formatLength, formatNumber, formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { marksOf, noteOf, type PlayRun, ringMsOf, talkMsOf } from '@shared/domain/role-play/run.ts';
import {
  type AspectReport,
  reportOf,
  type TakingReport,
} from '@shared/domain/role-play/taking-report.ts';
import styles from './report.module.css';

const css = styleNames(styles);

/** What was measured of this mark, over all calls. */
const useMeasure = () => {
  const { t } = useText();
  return ({ aspect, worst }: AspectReport, report: TakingReport): string => {
    if (aspect === 'answer')
      return t('report.averageAnswer', { time: formatLength(report.averageRingMs, t) });
    if (aspect === 'hold') return t('report.heldInAll', { time: formatLength(report.heldMs, t) });
    return worst === null ? t('report.always') : t('report.lessIn', { title: worst.title });
  };
};

const Marks = ({ report }: { readonly report: TakingReport }) => {
  const { t } = useText();
  const measure = useMeasure();
  return (
    <dl className={css('marks')}>
      {report.aspects.map((one) => (
        <div key={one.aspect}>
          <dt>{t(`report.aspect.${one.aspect}`)}</dt>
          <dd>
            <span className={css('pips')} aria-hidden="true">
              {report.runs.slice(0, one.of).map((run, index) => (
                <i key={run.id} className={css(index < one.good && 'full')} />
              ))}
            </span>
            <span className="figures">{t('report.goodOf', { good: one.good, of: one.of })}</span>
            <small>{measure(one, report)}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
};

const useDisposition = () => {
  const { language } = useText();
  const known = useSlice('reference')?.dispositions ?? [];
  return (brandId: string, code: string): string =>
    known.find((one) => one.brandId === brandId && one.code === code)?.label[language] ?? code;
};

const Disposition = ({ run }: { readonly run: PlayRun }) => {
  const { t } = useText();
  const label = useDisposition();
  const { given, expected } = run.disposition;
  const wrong = marksOf(run).disposition === 0;
  return (
    <>
      <span className={css(wrong && 'wrong')}>
        {given === null ? t('report.noDisposition') : label(run.brandId, given)}
      </span>
      {wrong && expected.length > 0 ? (
        <small>
          {t('report.expected', {
            labels: expected.map((code) => label(run.brandId, code)).join(' / '),
          })}
        </small>
      ) : null}
    </>
  );
};

const Speech = ({ run: { speech } }: { readonly run: PlayRun }) => {
  const { t } = useText();
  if (speech === null) return <>–</>;
  return (
    <>
      <span className="figures">
        {t('report.goodOf', { good: speech.stepsReached, of: speech.stepsTotal })}
      </span>
      {speech.fieldsTotal === 0 ? null : (
        <small>
          {t('report.fields', { filled: speech.fieldsFilled, total: speech.fieldsTotal })}
        </small>
      )}
    </>
  );
};

const columns = [
  'role',
  'level',
  'answer',
  'talk',
  'hold',
  'speech',
  'disposition',
  'note',
] as const;

const Calls = ({
  report,
  passMark,
}: {
  readonly report: TakingReport;
  readonly passMark: number;
}) => {
  const { t, language } = useText();
  return (
    <table className={css('calls')}>
      <caption>{t('report.calls', { count: report.runs.length })}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`report.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              {run.title}
              <small>{t(`report.ending.${run.ending}`)}</small>
            </th>
            <td>{t(`rolePlay.level.${run.level}`)}</td>
            <td className="figures">{formatTimer(ringMsOf(run))}</td>
            <td className="figures">{formatTimer(talkMsOf(run))}</td>
            <td className="figures">{formatTimer(run.heldMs)}</td>
            <td>
              <Speech run={run} />
            </td>
            <td>
              <Disposition run={run} />
            </td>
            <td className={`figures ${css('note', noteOf(run) < passMark && 'wrong')}`}>
              {formatNumber(noteOf(run), language, 1)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const WorkOn = ({ report }: { readonly report: TakingReport }) => {
  const { t } = useText();
  const { weakest } = report;
  const known = report.aspects.filter(({ good, of }) => good === of);
  return (
    <aside className={css('aside')} aria-label={t('report.workOn')}>
      {weakest?.worst == null ? null : (
        <>
          <p className={css('label')}>{t('report.workOn')}</p>
          <h2>{t(`report.advice.${weakest.aspect}`)}</h2>
          <p>{t('report.adviceFrom', { title: weakest.worst.title })}</p>
        </>
      )}
      {known.length === 0 ? null : (
        <>
          <p className={css('label')}>{t('report.knows')}</p>
          <ul>
            {known.map(({ aspect }) => (
              <li key={aspect}>
                <Icon name="check" size={17} />
                {t(`report.aspect.${aspect}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={css('label')}>{t('report.whoSees')}</p>
      <p>{t('report.whoSeesDetail')}</p>
    </aside>
  );
};

export const ReportSheet = ({
  title,
  runs,
  passMark,
}: {
  readonly title: string;
  readonly runs: readonly PlayRun[];
  readonly passMark: number;
}) => {
  const { t, language } = useText();
  const report = reportOf(runs, passMark);
  if (report === null) return null;
  const bar = formatNumber(passMark, language, 1);
  return (
    <div className={css('report')}>
      <div className={css('sheets')}>
        <section className={css('sheet')} aria-label={title}>
          <header className={css('head')}>
            <b className="figures">{formatNumber(report.note, language, 1)}</b>
            <span>
              {t('report.mean')}
              <small>{t('report.talked', { time: formatLength(report.talkMs, t) })}</small>
            </span>
            <i />
            <Tag tone={report.passed ? 'ok' : 'warn'} icon={report.passed ? 'check' : 'alert'}>
              {t(report.passed ? 'report.passed' : 'report.notPassed', { mark: bar })}
            </Tag>
          </header>
          <Marks report={report} />
        </section>
        <section className={css('sheet')}>
          <Calls report={report} passMark={passMark} />
        </section>
      </div>
      <WorkOn report={report} />
    </div>
  );
};
