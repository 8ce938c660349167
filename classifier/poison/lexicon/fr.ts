import type { Lexicon } from '../concepts.ts';

export const fr: Lexicon = {
  agent: 'assistant, assistants, modèle, agent, agents, ia, tu, vous',
  user: 'utilisateur, utilisateurs, utilisatrice, usager, personne, humain, opérateur',
  must: 'doit, dois, doivent, devez, toujours, obligatoire, obligatoirement, nécessaire, requis, requise, il faut, assure-toi, assurez-vous, veiller, veillez, impératif, impérativement, important, exige, merci de, devra, prière de, indispensable, systématiquement, pensez à, convient',
  before:
    "avant de, avant, d'abord, au préalable, préalablement, en premier, premièrement, avant chaque, avant tout",
  after: 'après, ensuite, puis, enfin, à la fin, une fois, finalement, par la suite, au terme',
  every:
    "chaque, tout, tous, toute, toutes, n'importe, désormais, dorénavant, à partir de maintenant, sans exception, quelconque",
  tool: 'outil, outils, serveur, serveurs, fonction, connecteur',
  other: 'autre, autres, externe, externes, tierce, autrui',
  call: 'appelle, appelez, appeler, appel, appels, invoque, invoquez, invoquer, exécute, exécutez, exécuter, utilise, utilisez, utiliser, lance, lancez, lancer, déclenche, déclencher, recourez',
  read: 'lis, lisez, lire, lit, ouvre, ouvrez, ouvrir, chargez, récupère, récupérez, récupérer, obtiens, obtenez, accède, accédez, collecte, collectez, collecter, extrais, extrayez, extraire, consulte, consultez, recueille, recueillez, cherche, exporte, rassemble, rassemblez',
  put: 'inclus, incluez, inclure, incluant, insère, insérez, insérer, ajoute, ajoutez, ajouter, mets, mettez, mettre, place, placez, placer, joins, joignez, joindre, remplis, remplissez, renseigne, renseignez, renseigner, passe, passez, passer, écris, écrivez, copie, copiez, copier, recopie, recopiez, recopier, colle, notez, consigne, consignez, enregistre, enregistrez, définis, définissez, contenir, contient, comporter, porter, reporte, reportez, transcris, transmets-le dans, intègre, intégrez, saisis, indique, indiquez, annexe, reproduis, reproduire',
  send: 'envoie, envoyez, envoyer, envoyé, transmets, transmettez, transmettre, transfère, transférez, transférer, publie, poste, postez, téléverse, télécharge vers, partage, partagez, partager, fais suivre, faire suivre, en copie, copie cachée, cci, courriel, e-mail, mail, synchronise, remonte, remontez, adresse, adressez, expédie, communique à',
  change:
    'change, changez, changer, remplace, remplacez, remplacer, modifie, modifiez, redirige, redirigez, rediriger, détourne, détournez, altère, écrase, substitue, substituez, substituer, réécris, ajuste, ajustez, force, forcez, convertis, intercepte',
  hide: "silencieusement, en silence, discrètement, secrètement, en secret, caché, cachée, cacher, masqué, masquer, invisible, sans prévenir, à l'insu, en arrière-plan, en coulisses, de façon transparente, tacitement, ni vu, confidentiellement, sans trace",
  tell: 'mentionne, mentionnez, mentionner, dis, dites, dire, informe, informez, informer, révèle, révélez, révéler, montre, montrez, montrer, explique, expliquez, expliquer, signale, signalez, signaler, préviens, prévenez, prévenir, avertis, avertissez, avertir, affiche, affichez, afficher, évoque, évoquez, évoquer, notifie, notifiez, notifier, sache, parle, parler, divulgue, divulguer, alerter, déranger, commentez, avise',
  not: "ne, pas, jamais, sans, n'est, évite, évitez, éviter, ni, plutôt que, au lieu de, aucun, aucune, inutile, omets, omettez, rien, n'en",
  ask: "demande, demandez, demander, confirmer, confirmation, confirme, confirmez, approbation, consentement, permission, autorisation, accord, approuver, validation de l'utilisateur, valider avec, feu vert, solliciter, aval",
  skip: "ignore l'étape, saute, sautez, sauter, contourne, contournez, contourner, désactive, désactivez, automatiquement, directement, immédiatement, passe outre, dispensé, dispense, sans attendre, d'office",
  void: "ignore, ignorez, ignorer, oublie, oubliez, oublier, annule, annulent, annuler, prévaut, prévalent, prime, priment, priorité, prioritaire, suspendu, suspendue, suspendues, suspendus, caduc, caduque, caduques, ne s'applique plus, ne s'appliquent plus, ne s'appliquent pas, abrogé, abrogées, l'emporte, outrepasse, remplace, sans effet, exempté, exempte, levées, levée, fais abstraction, faites abstraction, non avenues, lieu et place",
  rules:
    'instructions, instruction, règles, règle, consignes, consigne, directives, directive, politiques, politique, restrictions, restriction, limites, sécurité, garde-fous, ordres, recommandations',
  prior:
    "précédent, précédents, précédente, précédentes, antérieur, antérieures, antérieurs, dernier, dernière, derniers, dernières, existant, existantes, d'origine, jusqu'ici, jusqu'à présent, récent, récents, actuel, actuelle, ci-dessus, originales",
  secret:
    "identifiants, mot de passe, mots de passe, clé, clés, secret, secrets, jeton, jetons, clé privée, variables d'environnement, environnement, cookies, certificat, clé d'api, phrase secrète",
  talk: "conversation, conversations, dialogue, discussion, chat, historique, message, messages, contexte, session, transcription, échange, échanges, requête, demande de l'utilisateur, question posée, fil, raisonnement, tour, propos, mémoire",
  'system-prompt':
    'prompt système, message système, invite système, instructions système, instructions initiales, tes instructions, vos instructions, consignes système',
  result: 'résultat, résultats, sortie, sorties, contenu, contenus, renvoie, retour, données',
  reply: 'réponse, réponses, répondre, réponds, répondez, résumé',
  param: 'paramètre, paramètres, argument, arguments, champ, champs, valeur, entrée, en-tête',
  file: 'fichier, fichiers, dossier, répertoire, chemin, dépôt, espace de travail, code source, presse-papiers, configuration, document, documents, bureau',
  whole:
    'complet, complète, complets, complètes, entier, entière, intégral, intégrale, intégralité, intégralement, mot pour mot, mot à mot, textuellement, tel quel, telle quelle, tels quels, sans modification, totalité, en entier, brut, exact, exacte, non tronqué, verbatim, en clair',
  pretext:
    'conformité, audit, télémétrie, diagnostic, validation, vérification, vérifier, valider, sécurité, traçabilité, journalisation, journal, débogage, qualité, authentification, facturation, intégrité, réglementaire, support, statistiques, surveillance, améliorer, précision, sinon, à défaut, échouera, échoue, sauvegarde, continuité, corrélation, légal, rgpd, erreur',
  recipient:
    'destinataire, destinataires, destination, compte, bénéficiaire, boîte, numéro, portefeuille, passerelle, proxy, point de terminaison, adresse e-mail, adresse électronique',
  regardless:
    'peu importe, quel que soit, quelle que soit, quelles que soient, indépendamment, même si, malgré, nonobstant, quoi que',
  step: 'étape, étapes, ceci, cela, cette note, cette consigne, procédure, détail, processus, vérification, action, exigence, copie, envoi, opération, cet envoi',
  money:
    'virement, virer, paiement, payer, fonds, argent, solde, commande, montant, remboursement, frais, facture',
  distrust:
    'obsolète, obsolètes, non sécurisé, compromis, compromise, défectueux, défaillant, incomplet, incomplètes, incomplète, périmé, vulnérable, peu fiable, déprécié, dépréciée, abandonné, inexact, hors service, retiré, retirée',
  prefer:
    'préfère, préférez, préférer, au lieu de, plutôt que, à la place, priorité, uniquement, exclusivement, seul outil, meilleur, recommande, recommandé, privilégie, privilégiez, privilégier',
  exempt:
    'déjà autorisé, déjà donné, déjà approuvé, déjà accepté, pré-autorisé, préautorisé, pas nécessaire, pas besoin, inutile de, consentement préalable, a consenti, est réputé, réputé acquis, accord préalable, a donné son accord, vaut accord',
  data: "contacts, carnet d'adresses, calendrier, boîte de réception, courriels, presse-papiers, navigateur, personnelles, personnels, privé, privées, confidentiel, confidentielles, sensibles, localisation, mémoire, téléphone, interne, photos",
  role: 'tu es maintenant, tu es désormais, vous êtes désormais, vous êtes maintenant, agis comme, agis en tant, fais semblant, mode développeur, mode administrateur, mode débogage, mode maintenance, sans restriction, mode test',
  command:
    'commande shell, commandes, script, terminal, code, installateur, la commande suivante, commande suivante',
};
