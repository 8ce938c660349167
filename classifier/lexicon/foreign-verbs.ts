import type { VerbClass } from './verbs.ts';

/**
 * Verbs of Spanish, Portuguese, German, French, Italian and Russian, in the forms that open a description or stand
 * in a name: infinitive, third person, imperative. Of them only the spellings of `plainForms` are derived.
 */
export const foreignVerbs: Partial<Record<VerbClass, string>> = {
  get: `obtener obtiene obtén obtenga consultar consulta muestra mostrar devuelve devolver recuperar recupera leer
    lee obter obtém obtem retorna retornar mostra recupere ler lê consulte abrufen abruft holt holen liefert
    liefern zeigt zeigen gibt anzeigen lesen liest ruft obtenir obtient récupère récupérer renvoie renvoyer
    affiche afficher lire retourne consulter получить получает получение показать показывает возвращает
    вернуть прочитать читает читать ver consultando muestre mostrando obteniendo extraer extrae descargar
    descarga descargue resumir devuelven visualizar visualiza recopilar exibir exibe baixar baixa baixe extrair
    extrai auslesen ausgeben herunterladen exportieren exportiert abfragen einsehen extrahieren extrahiert
    wiedergeben télécharger télécharge extraire extrait fournit fournir donne voir visualiser résumer résume
    ottenere ottiene mostrare leggere legge recuperare restituisce restituire scaricare scarica visualizzare
    visualizza estrarre estrae выводит отображает посмотреть выгрузить выгружает скачивает извлекает извлечь
    выдаёт выдает`,
  list: `listar lista liste listet auflisten lister список перечисляет перечислить enumerar enumera elencare
    elenca énumère énumérer перечень`,
  search: `buscar busca buscador encontrar encuentra pesquisar pesquisa procurar procura suchen sucht suche finden
    findet rechercher recherche chercher cherche trouver trouve найти поиск искать ищет находит просмотреть
    busque localizar localiza nachschlagen durchsuchen durchsucht cherchez trovare trova ricercare найди
    ищи`,
  compute: `calcular calcula convertir convierte validar valida verificar verifica analizar analiza converter converte
    analisar analisa berechnen berechnet prüfen prüft konvertiert umrechnen analysiert übersetzt calculer
    calcule convertit valider valide vérifier vérifie analyser traduire рассчитать вычислить проверить проверяет
    анализирует конвертировать перевести comparar compara comparando traducir traduce estimar estima simular
    simula comprobar comprueba formatear traduzir traduz conferir formatar vergleichen vergleicht übersetzen
    validieren validiert schätzen schätzt analysieren simulieren simuliert testen testet umwandeln comparer
    estimer estime simuler simule vérifiez calculez calcolare calcola convertire verificare tradurre confrontare
    confronta analizzare stimare stima рассчитывает вычисляет считает посчитать сравнить сравнивает
    анализировать оценить оценивает конвертирует`,
  create: `crear crea cree agregar agrega añadir añade insertar inserta generar genera guardar guarda registrar
    registra criar cria crie adicionar adiciona adicione inserir insere gerar gera salvar salva cadastrar
    erstellen erstellt erzeugen erzeugt anlegen legt hinzufügen fügt speichern speichert hochladen créer crée
    ajouter ajoute insérer générer génère enregistrer enregistre создать создает создаёт создание добавить
    добавляет сохранить сохраняет загрузить загружает записать записывает вставить вставляет сгенерировать
    генерирует скачать копировать клонировать añadiendo subir suba anotar anota reservar reserva apuntar
    emitir emite redactar redacta escribir escribe cargar carga registre inclui incluir inclua escrever escreve
    carregar anexar anexa lançar lança gravar grava importar importa eintragen erfassen erfasst buchen bucht
    reservieren reserviert generieren generiert schreiben schreibt einfügen anfordern duplizieren importieren
    importiert ablegen ablegt beantragen beantragt einreichen aufnehmen notieren ajoutez écrire écrit rédiger
    rédige réserver réserve déposer dépose importe téléverser créez saisir dupliquer creare aggiungere aggiunge
    inserire inserisce generare salvare caricare carica scrivere scrive registrare prenotare prenota создай
    добавь зарегистрировать регистрирует написать забронировать бронирует импортировать оформить оформляет
    подать подаёт`,
  update: `actualizar actualiza modificar modifica editar edita cambiar cambia configurar configura atualizar atualiza
    alterar altera aktualisieren aktualisiert ändern ändert bearbeiten bearbeitet setzen setzt umbenennen
    modifier modifie changer mettre éditer renommer обновить обновляет изменить изменяет редактировать
    редактирует переименовать установить устанавливает назначить назначает переместить перемещает закрыть
    закрывает завершить actualice mover mueve renombrar renombra marcar asignar asigna aprobar aprueba rechazar
    rechaza ajustar ajusta completar completa vincular vincula firmar firma atualize renomear renomeia atribuir
    atribui aprovar aprova rejeitar rejeita concluir conclui assinar assina aplicar aplica verschieben
    verschiebt markieren markiert zuweisen genehmigen genehmigt ablehnen anpassen verknüpfen verknüpft ergänzen
    ergänzt bestätigen bestätigt übernehmen abschließen unterschreiben signieren déplacer déplace renomme
    marquer assigner assigne attribuer attribue approuver approuve rejeter rejette ajuster fusionner
    associer aggiornare aggiorna modificare spostare sposta rinominare assegnare assegna approvare approva
    переименовывает утвердить утверждает отклонить отклоняет подписать подписывает подтвердить подтверждает
    отметить`,
  control: `iniciar inicia detener detiene reiniciar reinicia desplegar despliega parar implantar starten startet
    stoppen stoppt neustarten bereitstellen démarrer démarre arrêter arrête déployer déploie запустить запускает
    остановить останавливает перезапустить развернуть arrancar arranca encender enciende activar activa
    desactivar desactiva cancelar cancela cancele pausar pausa programar sincronizar sincroniza abrir abre
    cerrar cierra reanudar apague lanzar lanza anular anula reinicie ligar desligar desliga ativar ativa
    ative desativar desativa retomar agendar agende fechar fecha rodar anhalten pausieren pausiert aktivieren
    aktiviert deaktivieren deaktiviert schalten schaltet einschalten ausschalten abbrechen bricht stornieren
    storniert kündigen kündigt öffnen öffnet schließen synchronisieren synchronisiert steuern steuert auslösen
    löst absagen sagt redémarrer redémarre relancer relance activer désactiver désactive annuler annule lancer
    ouvrir ouvre fermer planifier planifie synchroniser allumer allume éteindre éteint piloter résilier
    avviare avvia fermare ferma riavviare riavvia attivare attiva disattivare disattiva annullare annulla aprire
    chiudere перезагрузить перезагружает включить включает выключить выключает активировать отменить отменяет
    открыть открывает приостановить синхронизировать запусти останови`,
  send: `enviar envía envia envie responder responde senden sendet versenden verschickt envoyer envoie répondre
    отправить отправляет отправка послать ответить отвечает уведомить mandar manda notificar notifica avisar
    avisa comentar llamar reenviar reenvía contestar notifique encaminhar encaminha schicken schickt
    antworten antwortet beantworten beantwortet benachrichtigen benachrichtigt weiterleiten mailen kontaktieren
    übermitteln übermittelt einsenden envoyez répondez notifier notifie avertir avertit transmettre transmet
    prévenir inviare invia rispondere risponde notificare mandare inoltrare отправь посылает разослать
    рассылает уведомляет позвонить переслать пересылает`,
  publish: `publicar publica veröffentlichen veröffentlicht publier publie опубликовать публикует publique publiquen
    divulgar publiez pubblicare pubblica veröffentliche опубликует выложить`,
  access: `compartir comparte conceder revocar invitar convidar freigeben teilen einladen partager inviter invita
    otorgar otorga concede revoca bloquear bloquea desbloquear desbloquea autorizar autoriza expulsar expulsa
    permitir compartilhar compartilha compartilhe convida conceda revogar revoga bloqueia sperren sperrt
    entsperren entsperrt berechtigen entziehen entzieht gewähren gewährt widerrufen widerruft einlädt accorder
    accorde révoquer révoque bloquer débloquer autoriser autorise expulser condividere condivide invitare
    concedere revocare bloccare blocca sbloccare пригласить приглашает отозвать отзывает заблокировать блокирует
    разблокировать разрешить запретить выдать`,
  delete: `eliminar elimina elimine borrar borra suprimir suprime quitar excluir exclui exclua apagar apaga deletar
    remover deleta löschen löscht entfernen entfernt supprimer supprime effacer efface retirer удалить удаляет
    удаление стереть очистить eliminando borre suprima destruir destruye desinstalar desinstala purgar descartar
    remova removendo destrói lösche vernichten vernichtet zerstören zerstört verwerfen verwirft deinstallieren
    deinstalliert tilgen auflösen supprimez détruire détruit désinstaller désinstalle purger eliminare
    cancellare cancella rimuovere rimuove distruggere disinstallare удали стирает очищает уничтожить уничтожает
    сносит удалять`,
  clear: `vaciar vacía vacíe limpiar limpia restablecer restablece esvaziar esvazia limpar limpa redefinir leeren
    leert zurücksetzen vider réinitialiser réinitialise svuotare svuota сбросить сбрасывает обнулить`,
  overwrite: `sobrescribir sobrescribe restaurar restaura reemplazar reemplaza sustituir sobrescrever sobrescreve
    substituir substitui überschreiben überschreibt wiederherstellen einspielen zurückspielen ersetzen ersetzt écraser écrase remplacer
    remplace restaurer restaure sovrascrivere sostituire ripristinare перезаписать перезаписывает заменить
    заменяет восстановить восстанавливает откатить откатывает`,
  exec: `ejecutar ejecuta executar executa ausführen ausführt exécuter exécute выполнить выполняет выполнение ejecute
    führt exécutez eseguire esegue исполнить исполняет`,
  pay: `pagar paga cobrar reembolsar transferir transfiere transfere comprar vender bezahlen überweisen kaufen
    rembourser acheter vendre transférer оплатить купить продать pague cobre reembolsa comprando compra
    vende donar dona retirar invertir apostar apuesta abonar liquidar liquida transferencia estornar estorna
    sacar depositar deposita investir doar recarregar recarrega bezahlt zahlen zahlt überweist überweisung kauft
    verkaufen verkauft erstatten erstattet abbuchen spenden spendet bestellen bestellt einziehen einzieht
    auszahlen auszahlt payez régler virer virement achète rembourse prélever prélève débiter débite
    pagare acquistare acquista comprare vendere rimborsare rimborsa bonifico оплачивает заплатить покупает
    продаёт продает списать списывает заказать заказывает пополнить пополняет`,
  manage: `gestionar gestiona administrar gerenciar verwalten verwaltet gérer gère управление управлять управляет
    administra gerencia verwaltung gestione gestire`,
};

/** Authors of names leave out accents: `créer` is written `creer`, `löschen` also `loeschen`. */
export function plainForms(word: string): string[] {
  if (!/^[a-zß-ÿ]+$/.test(word)) return [];
  const stripped = word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
  const spelt = word.replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter);
  return [...new Set([stripped, spelt])].filter((form) => form !== word && !english.has(form));
}

/** `löst`, `lê` and `résume` without their accents. */
const english = new Set(['lost', 'le', 'resume']);

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
