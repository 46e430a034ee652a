/** Telephone numbers as files hold them: every French writing, what Excel made of them, several in one cell. */
import { parseNumber } from '../../number/parse-number.ts';
import { type Read, refused, replaceBy, took } from '../problem.ts';

const scientific = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i;

/** `6,12345678E+08` still has all its digits; `6,12E+08` has lost them. */
const afterExcel = (found: RegExpExecArray): string | null => {
  const [, whole = '', decimals = '', power = '0'] = found;
  if (decimals.length < Number(power)) return null;
  const { e164, display } = parseNumber(whole + decimals.slice(0, Number(power)));
  return e164 === null ? null : display;
};

/** ARCEP keeps these for programs that call: nobody is reached there (décision 2018-0881). */
const automated = /^\+33(?:16[23]|27[01]|37[78]|42[45]|56[89]|94[89])/;

const readOne = (text: string): Read<string> => {
  const found = scientific.exec(text);
  if (found !== null) {
    const whole = afterExcel(found);
    return refused('phone-scientific', whole === null ? { kind: 'correct' } : replaceBy(whole));
  }
  const bare = text.replace(/[.,]0$/, '');
  const { e164, kind } = parseNumber(bare);
  const digits = bare.replaceAll(/\D/g, '').length;
  if (e164 !== null) {
    if (automated.test(e164)) return refused('phone-automated', { kind: 'skip' });
    return took(e164, /^[1-9]\d{8}$/.test(bare) ? 'leading-zero' : 'e164');
  }
  if (kind === 'hidden') return refused('phone-hidden', { kind: 'clear' });
  if (/[a-z]/i.test(bare)) return refused('phone-letters');
  if (kind === 'short' || kind === 'emergency') return refused('phone-short', { kind: 'clear' });
  return refused('phone-digits', { kind: 'correct' }, digits);
};

const mostInOneCell = 4;

/** Every number of the cell; none of an empty one. */
export const readPhones = (raw: string): Read<readonly string[]> => {
  const text = raw.normalize('NFKC').trim();
  if (text === '') return took([]);
  const whole = readOne(text);
  const parts = text.split(/\s*(?:[/;|,\n]|\bou\b|\bor\b|\bet\b)\s*/i).filter(Boolean);
  const reads = parts.length > 1 ? parts.map(readOne) : [];
  const numbers = reads.flatMap((read) => (read.ok ? [read.value] : []));
  if (reads.length > 1 && numbers.length === reads.length) {
    if (numbers.length > mostInOneCell) return refused('too-many-numbers');
    return took([...new Set(numbers)], 'several');
  }
  const wrong = reads.find((read) => !read.ok);
  if (numbers.length > 0 && wrong?.ok === false) return wrong;
  return whole.ok ? took([whole.value], whole.mended) : whole;
};
