import type { Lexicon } from '../concepts.ts';

export const it: Lexicon = {
  agent: 'assistente, modello, agente, ia, tu',
  user: 'utente, utenti, cliente, clienti, persona',
  must: 'deve, devi, devono, sempre, obbligatorio, obbligatoria, necessario, richiesto, bisogna, assicurati, occorre, importante, va, vanno, richiede',
  before: 'prima di, prima, anzitutto, in anticipo, preliminarmente',
  after: 'dopo, poi, quindi, infine, alla fine, successivamente',
  every: "ogni, tutti, tutte, tutto, tutta, qualsiasi, qualunque, d'ora in poi, sempre che",
  tool: 'strumento, strumenti, server, funzione, plugin, connettore',
  other: 'altro, altri, altra, altre, esterno, esterna, terzi',
  call: 'chiama, chiamare, chiamata, invoca, invocare, esegui, eseguire, usa, usare, utilizza, utilizzare, avvia',
  read: 'leggi, leggere, apri, aprire, carica, recupera, recuperare, ottieni, accedi, raccogli, raccogliere, estrai, estrarre, consulta, prendi, cerca',
  put: 'includi, includere, inserisci, inserire, aggiungi, aggiungere, metti, mettere, allega, allegare, compila, passa, passare, passalo, scrivi, copia, copiare, incolla, imposta, registra, riporta, riportare, contenere, annota, trascrivi',
  send: 'invia, inviare, invialo, manda, mandare, inoltra, inoltrare, pubblica, trasmetti, trasmettere, condividi, in copia, copia nascosta, ccn, e-mail, carica su, sincronizza, spedisci',
  change:
    'cambia, cambiare, sostituisci, sostituire, modifica, modificare, reindirizza, reindirizzare, sovrascrivi, altera, devia, forza',
  hide: 'silenziosamente, in silenzio, di nascosto, segretamente, nascosto, nascosta, invisibile, in background, senza avvisare, discretamente, con discrezione, dietro le quinte',
  tell: 'menzionare, menziona, dire, dirlo, dica, informare, informa, rivelare, rivela, mostrare, mostra, spiegare, spiega, avvisare, avvisa, comunicare, comunica, notificare, segnalare, sappia, accennare',
  not: 'mai, senza, evita, né, invece di, anziché, nessun, nessuna, nulla, non menzionare, non dire, non dirlo, non informare, non mostrare, non rivelare, non si, non serve, non chiedere, non comunicare, non è',
  ask: 'chiedere, chiedi, conferma, confermare, approvazione, consenso, permesso, autorizzazione, approvare, domandare',
  skip: 'salta, saltare, ometti, aggira, automaticamente, direttamente, immediatamente, disattiva, procedi',
  void: 'ignora, ignorare, dimentica, annulla, annullano, prevale, prevalgono, priorità, precedenza, sospese, sospeso, non si applicano, non si applica, non valgono, decadute, superano, esente',
  rules:
    'istruzioni, istruzione, regole, regola, direttive, norme, politiche, restrizioni, limiti, linee guida, sicurezza',
  prior:
    'precedente, precedenti, ultimo, ultima, ultimi, ultime, esistenti, originale, finora, recente, recenti, attuale',
  secret:
    "credenziali, password, chiave, chiavi, segreto, segreti, token, chiave privata, variabili d'ambiente, ambiente, cookie",
  talk: 'conversazione, conversazioni, dialogo, chat, cronologia, messaggio, messaggi, contesto, sessione, richiesta, trascrizione, ragionamento',
  'system-prompt':
    'prompt di sistema, messaggio di sistema, istruzioni di sistema, istruzioni iniziali, tue istruzioni',
  result: 'risultato, risultati, output, contenuto, contenuti, dati',
  reply: 'risposta, risposte, rispondere, rispondi, riepilogo',
  param: 'parametro, parametri, argomento, argomenti, campo, campi, valore',
  file: 'file, cartella, directory, percorso, repository, area di lavoro, codice sorgente, appunti, configurazione, documento, documenti',
  whole:
    "completo, completa, intero, intera, integrale, integralmente, per intero, alla lettera, parola per parola, così com'è, testuale, in chiaro",
  pretext:
    'conformità, audit, telemetria, diagnostica, convalida, verifica, sicurezza, tracciamento, registro, debug, qualità, autenticazione, fatturazione, integrità, normativa, supporto, altrimenti, fallirà, statistiche, continuità, errore',
  recipient:
    'destinatario, destinatari, destinazione, conto, beneficiario, indirizzo, casella, numero, portafoglio, gateway, proxy',
  regardless: 'indipendentemente, anche se, a prescindere, nonostante',
  step: 'passaggio, passo, questo, questa nota, procedura, dettaglio, processo, verifica, azione, ciò, operazione, copia',
  money: 'bonifico, trasferire, pagamento, pagare, fondi, denaro, saldo, ordine, importo, rimborso',
  distrust:
    'obsoleto, obsoleta, non sicuro, compromesso, compromessa, difettoso, incompleto, inaffidabile, vulnerabile, deprecato, deprecata, dismesso',
  prefer:
    'preferisci, preferire, invece di, anziché, priorità, solo questo, esclusivamente, migliore, consiglia',
  exempt:
    'già autorizzato, già approvato, già acconsentito, ha già, non serve, non è necessario, consenso preventivo',
  data: 'contatti, rubrica, calendario, posta in arrivo, appunti, browser, personali, privati, riservati, riservate, sensibili, posizione, telefono',
  role: 'ora sei, agisci come, fingi, modalità sviluppatore, modalità amministratore, senza restrizioni, modalità debug',
  command: 'comando, comandi, script, terminale, codice',
};
