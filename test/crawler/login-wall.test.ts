import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLoginWall } from '../../crawler/login-wall.ts';

const walls = [
  'Error: ACME_API_KEY environment variable is required',
  'Missing API key. Set ACME_TOKEN to continue.',
  'Please provide an API token via --token',
  'FATAL: environment variable GITHUB_PERSONAL_ACCESS_TOKEN is not set',
  'Error: OAuth keys file not found. Please place gcp-oauth.keys.json in current directory',
  'SLACK_BOT_TOKEN must be set',
  'No credentials found',
  '401 Unauthorized',
  'Invalid API key',
  'You are not logged in. Please log in first.',
  'password is required',
];

const others = [
  'Error: Cannot find module "acme"',
  'listen EADDRINUSE: address already in use :::3000',
  'getaddrinfo ENOTFOUND api.example.com',
  'SyntaxError: Unexpected token } in JSON at position 5',
  'npm warn deprecated tokenizer@1.0.0',
  'Server running on stdio',
  'usage: acme [options] <path>',
  'TypeError: Cannot read properties of undefined',
  'Segmentation fault',
  '    at requireApiKey (/package/index.js:1:1) missing API key',
];

for (const text of walls) {
  test(`a login is wanted: ${text}`, () => {
    assert.equal(findLoginWall(`Starting…\n${text}\n`), text);
  });
}

for (const text of others) {
  test(`no login is wanted: ${text}`, () => {
    assert.equal(findLoginWall(`Starting…\n${text}\n`), undefined);
  });
}
