import { defineConfig } from 'vitest/config';
const r='/work/wt/lead/';
export default defineConfig({ root: r, resolve:{alias:{'@shared':r+'src-shared','@main':r+'src-main','@renderer':r+'src-renderer','@api':r+'src-api'}}, test:{include:['tests/**/*.test.ts']}});
