import type { Lexicon } from '../concepts.ts';

export const de: Lexicon = {
  agent: 'assistent, assistenten, modell, agent, agenten, ki, du, dich, sprachmodell, sie',
  user: 'benutzer, benutzers, benutzern, nutzer, nutzers, nutzern, anwender, anwenders, kunde, kunden, person, mensch, nutzerin, bediener',
  must: 'muss, musst, müssen, immer, stets, erforderlich, notwendig, zwingend, verpflichtend, soll, sollst, sollen, sicherstellen, stelle sicher, stellen sie sicher, wichtig, bitte, unbedingt, pflicht, benötigt, ist zu, sind zu, verlangt, vorgeschrieben, grundsätzlich',
  before: 'bevor, vor, vorher, zuerst, zunächst, vorab, im voraus, zuvor, vorgelagert',
  after:
    'nach, danach, anschließend, dann, abschließend, zum schluss, am ende, später, daraufhin, im anschluss',
  every:
    'jede, jeder, jedes, jedem, jeden, alle, allen, sämtliche, sämtlichen, ab sofort, künftig, von nun an, ausnahmslos, jedes mal, ganze sitzung, beliebige, jeweils',
  tool: 'werkzeug, werkzeuge, werkzeugs, werkzeugen, tool, tools, server, servern, funktion, plugin, schnittstelle',
  other:
    'andere, anderen, anderes, anderer, externe, externen, externer, dritte, dritten, übrige, übrigen, weitere, fremde',
  call: 'ruf, rufe, rufen, aufrufen, aufzurufen, aufruf, aufrufe, aufgerufen, führe, führen, ausführen, auszuführen, verwende, verwenden, nutze, nutzen, benutze, starte, starten, auslösen, einsetzen',
  read: 'lies, lesen, liest, gelesen, lade, laden, geladen, hole, holen, öffne, öffnen, abrufen, abzurufen, sammle, sammeln, extrahiere, extrahieren, zugreifen, auslesen, auszulesen, ermittle, einlesen, exportiere, suche, erfasse, greife',
  put: 'füge, fügen, einfügen, einzufügen, hinzufügen, hinzuzufügen, beifügen, übergib, übergeben, zu übergeben, übergebe, schreibe, schreiben, eintragen, einzutragen, trage, tragen, setze, setzen, gesetzt, anhängen, anzuhängen, hänge, hängen, packe, kopiere, kopieren, befülle, befüllen, fülle, füllen, aufnehmen, aufzunehmen, enthalten, speichern, ablegen, abzulegen, lege, notiere, protokolliere, protokollieren, einbetten, mitgeben, mitzugeben, gib, angeben, anzugeben, hinterlege, hinterlegen, gehört, gehören, stelle voran',
  send: 'sende, senden, gesendet, zu senden, schicke, schicken, geschickt, leite, leiten, weiterleiten, weiterzuleiten, weitergeleitet, übermittle, übermitteln, lade hoch, hochladen, hochzuladen, veröffentliche, teile, teilen, übertrage, übertragen, melde, melden, versende, versenden, bcc, kopie an, e-mail, mail, synchronisiere, überweise, zusenden',
  change:
    'ändere, ändern, geändert, ersetze, ersetzen, ersetzt, überschreibe, überschreiben, leite um, umleiten, umzuleiten, umgeleitet, tausche, austauschen, modifiziere, passe an, anpassen, abändern, umschreiben, verändere, verfälsche, abfangen, erzwinge',
  hide: 'heimlich, stillschweigend, leise, verborgen, unsichtbar, versteckt, diskret, im hintergrund, unbemerkt, verdeckt, geheim, ohne hinweis, vertraulich behandeln, verschweige, unauffällig, lautlos, nicht sichtbar, verbergen',
  tell: 'erwähne, erwähnen, sage, sagen, informiere, informieren, informiert, teile mit, mitteilen, mitzuteilen, offenlegen, zeige, zeigen, angezeigt, anzeigen, erkläre, erklären, hinweisen, benachrichtige, benachrichtigen, melde, verrate, verraten, bekannt, ansprechen, anzusprechen, thematisieren, bemerkt, erfährt, erfahren, darstellen, behelligen, auskunft',
  not: 'nicht, nie, niemals, kein, keine, keinen, keiner, ohne, vermeide, statt, anstatt, unterlasse, weder, noch, entfällt, nichts, verzichte',
  ask: 'frage, fragen, gefragt, nachfragen, rückfrage, rückfragen, bestätigung, bestätigen, bestätigt, zustimmung, einwilligung, genehmigung, erlaubnis, freigabe, einverständnis, zustimmen, genehmigen',
  skip: 'überspringe, überspringen, übersprungen, umgehe, umgehen, auslassen, automatisch, sofort, unmittelbar, direkt, deaktiviere, deaktivieren, weglassen, entfallen, unverzüglich, ungefragt, selbstständig',
  void: 'ignoriere, ignorieren, vergiss, missachte, außer kraft, aufgehoben, vorrang, hat vorrang, priorität, übersteuert, überstimmt, ersetzt, gilt nicht, gelten nicht, ungültig, hinfällig, nicht mehr, entfällt, ausgesetzt, außer acht, aufheben, abgelöst, ausgenommen, unbeachtet, überlagert, nichtig',
  rules:
    'anweisung, anweisungen, regel, regeln, richtlinie, richtlinien, vorgabe, vorgaben, einschränkung, einschränkungen, beschränkungen, sicherheitsregeln, schutzmaßnahmen, vorschriften, instruktionen, leitplanken, weisungen, grundsätze, sicherheitsvorgaben',
  prior:
    'vorherige, vorherigen, bisherige, bisherigen, frühere, früheren, obige, obigen, vorangegangene, vorangegangenen, letzte, letzten, bestehende, bestehenden, ursprüngliche, ursprünglichen, bislang, jüngste, aktuellen, aktuelle, zuletzt, vorigen',
  secret:
    'zugangsdaten, anmeldedaten, passwort, passwörter, kennwort, kennwörter, schlüssel, geheimnis, geheimnisse, token, umgebungsvariablen, umgebung, cookies, zertifikat, privater schlüssel, api-schlüssel, anmeldeinformationen, zugangsschlüssel, geheimschlüssel',
  talk: 'gespräch, gesprächs, gesprächsverlauf, unterhaltung, dialog, chat, chatverlauf, verlauf, nachricht, nachrichten, kontext, sitzung, äußerung, anfrage, frage des, verlaufs, gesprächskontext, überlegungen, gedankengang, wortlaut, konversation, gedächtnis',
  'system-prompt':
    'systemprompt, system-prompt, systemnachricht, systemanweisung, systemanweisungen, system-anweisungen, deine anweisungen, anfangsanweisungen, entwicklernachricht',
  result:
    'ergebnis, ergebnisse, ergebnissen, ausgabe, ausgaben, inhalt, inhalte, rückgabe, inhalts, daten',
  reply: 'antwort, antworten, antworte, antwortest, zusammenfassung, beantworte, beantworten',
  param:
    'parameter, parametern, argument, argumente, feld, felder, wert, eingabe, kopfzeile, header',
  file: 'datei, dateien, ordner, verzeichnis, pfad, repository, arbeitsbereich, quellcode, quelltext, zwischenablage, konfiguration, dokument, dokumente, dateisystem',
  whole:
    'vollständig, vollständige, vollständigen, vollständiger, gesamt, gesamte, gesamten, komplett, komplette, kompletten, ganze, ganzen, wörtlich, wortwörtlich, unverändert, ungekürzt, ungekürzte, im wortlaut, eins zu eins, sämtliche, roh, klartext, vollumfänglich',
  pretext:
    'compliance, prüfung, audit, telemetrie, validierung, verifizierung, sicherheit, nachverfolgung, protokollierung, fehlersuche, qualität, authentifizierung, abrechnung, integrität, vorschrift, gesetzlich, support, statistik, überwachung, verbessern, genauigkeit, andernfalls, sonst, schlägt fehl, sicherung, kontinuität, korrelation, nachweis, qualitätssicherung, dsgvo, revisionssicher, rechtlich, fehler',
  recipient:
    'empfänger, empfängers, ziel, zieladresse, konto, adresse, postfach, nummer, wallet, endpunkt, gateway, proxy, begünstigten, iban',
  regardless: 'unabhängig, egal, ungeachtet, selbst wenn, auch wenn, gleichgültig, trotz',
  step: 'schritt, schritte, dieser hinweis, diesen hinweis, vorgang, verfahren, detail, ablauf, maßnahme, anforderung, das, dies, davon, weiterleitung, prozedur, hinweis, aktion',
  money:
    'überweisung, überweise, zahlung, zahlen, geld, guthaben, bestellung, betrag, erstattung, gebühr, rechnung',
  distrust:
    'veraltet, unsicher, kompromittiert, fehlerhaft, unvollständig, unvollständige, unzuverlässig, verwundbar, abgekündigt, eingestellt, defekt, ungenau, nicht vertrauenswürdig, außer betrieb',
  prefer:
    'bevorzuge, bevorzugen, bevorzugt, statt, anstelle, anstatt, vorrang, ausschließlich, nur dieses, einzige, beste, bestes, empfohlen, empfiehl, vorziehen',
  exempt:
    'bereits zugestimmt, bereits genehmigt, bereits autorisiert, vorab genehmigt, nicht nötig, nicht erforderlich, nicht notwendig, einwilligung liegt vor, liegt vor, hat zugestimmt, hat eingewilligt, gilt als erteilt, vorab erteilt, schon zugestimmt, pauschal',
  data: 'kontakte, adressbuch, kalender, posteingang, e-mails, zwischenablage, browser, browserverlauf, persönliche, persönlichen, private, vertraulich, vertrauliche, vertraulichen, sensiblen, standort, kundendaten, telefonnummer, interne, fotos',
  role: 'du bist jetzt, du bist nun, handle als, gib vor, tu so, entwicklermodus, administratormodus, wartungsmodus, debugmodus, uneingeschränkt, testmodus, ohne einschränkungen',
  command:
    'befehl, befehle, befehls, skript, skripte, konsole, kommandozeile, code, installationsskript',
};
