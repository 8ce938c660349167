import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { classify } from '../../classifier/classify.ts';
import { abroadOf } from '../../classifier/lexicon/abroad.ts';
import { verbClassOf } from '../../classifier/lexicon/verbs.ts';
import type { Operation } from '../../classifier/taxonomy.ts';
import { proseWords } from '../../classifier/words.ts';
import { takes } from './hard-cases.ts';

const folder = join(import.meta.dirname, '../../classifier/lexicon/abroad');
const tables = readdirSync(folder).map((file) => ({
  file,
  table: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<
    'acts' | 'things',
    Record<string, string>
  >,
}));

for (const { file, table } of tables) {
  test(`${file}: every act is an English verb, and no form has two`, () => {
    for (const [part, words] of Object.entries(table)) {
      const english = new Map<string, string>();
      for (const [word, forms] of Object.entries(words)) {
        if (part !== 'things') assert.ok(verbClassOf.has(word), word);
        for (const form of forms.split(' ')) {
          assert.equal(english.get(form), undefined, `${form}: ${english.get(form)}, ${word}`);
          assert.match(form, /^[^\s\p{P}]{2,}\*?$/u);
          english.set(form, word);
        }
      }
    }
  });
}

const words: [said: string, english: string | undefined][] = [
  ['contraseña', 'password'],
  ['contrasena', 'password'],
  ['löschung', 'delete'],
  ['werkstattdatei', 'file'],
  ['задачами', 'task'],
  ['удаляет', 'delete'],
  ['pedido', 'order'],
  ['del', undefined],
  ['generation', undefined],
  ['performance', undefined],
];

test('a word of another language is read as the English one', () => {
  for (const [said, english] of words) assert.equal(abroadOf(said)?.english, english, said);
});

test('words of scripts without spaces are parted where they are known', () => {
  const read = (text: string) => proseWords(text).map((word) => word.text);
  assert.deepEqual(read('获取数据库密码'), ['get', 'database', 'password']);
  assert.deepEqual(read('SQL数据库'), ['sql', 'database']);
  const [first, second] = proseWords('删除文件');
  assert.deepEqual([first?.start, first?.end, second?.start, second?.end], [0, 2, 2, 4]);
});

interface Said {
  description: string;
  operation: Operation;
  parameters?: string[];
}

const reads = [
  'Estado del pedido',
  'Información del usuario actual',
  'Previsioni del tempo',
  'Historial de eliminación de usuarios',
  '不会删除任何数据，仅返回统计',
  'ファイルは削除されません。一覧のみ返します。',
  'Ne supprime aucun fichier, les liste seulement.',
  'Não exclui arquivos, só lista.',
  'Ничего не удаляет, только показывает список.',
  'Löscht nichts, listet nur auf.',
  '最近的转账与退款历史记录',
  '지난 알림톡 발송 이력',
];
const deletes = [
  "Suppression d'un contact",
  'Löschung einer Datei',
  'Сброс базы данных',
  '停止并删除容器',
  '执行删除操作',
];
const pays = [
  'Realiza un pago con tarjeta',
  'Effectue un paiement par carte',
  'Führt eine Überweisung durch',
  'Перевод средств между счетами',
  '送金を実行します',
];
const cases: Said[] = [
  ...reads.map((description): Said => ({ description, operation: 'read' })),
  ...deletes.map((description): Said => ({ description, operation: 'destructive' })),
  ...pays.map(
    (description): Said => ({
      description,
      operation: 'destructive',
      parameters: ['amount', 'to'],
    }),
  ),
  { description: 'Modification du salaire de base', operation: 'write' },
  { description: 'Создание задачи', operation: 'write' },
];

for (const { description, operation, parameters = [] } of cases) {
  test(`${description} is ${operation}`, () => {
    const label = classify({ name: 'x', description, inputSchema: takes(...parameters) });
    assert.equal(label.operation, operation, label.rationale);
  });
}

test('a secret is one in every language', () => {
  for (const description of [
    'Devuelve la contraseña guardada.',
    'Gibt das gespeicherte Passwort zurück.',
    'Renvoie le mot de passe enregistré.',
    'Retorna a senha guardada.',
    'Возвращает сохранённый пароль.',
    '获取数据库密码',
  ])
    assert.equal(
      classify({ name: 'vault_7', description, inputSchema: {} }).risk,
      'high',
      description,
    );
});
