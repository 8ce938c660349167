import type { Lexicon } from '../concepts.ts';

/** The commonest words of attacks in Turkish, Dutch, Polish, Indonesian, Vietnamese and Ukrainian. */
export const more: Lexicon = {
  agent: 'asistan, yardımcı, assistent, asystent, asystencie, asisten, trợ lý, асистент*',
  user: 'kullanıcı*, gebruiker*, użytkownik*, pengguna, người dùng, користувач*',
  must: "mutlaka, gerekir, zorunlu*, her zaman, moet, altijd, verplicht, musisz, należy, zawsze, koniecznie, harus, wajib, selalu, phải, luôn, bắt buộc, повинен, завжди, потрібно, необхідно, обов'язково",
  before: 'önce, voordat, voor, eerst, zanim, przed, najpierw, sebelum, trước, спочатку',
  every: 'her, tüm, bütün, elke, alle, każd*, wszystk*, setiap, semua, mỗi, tất cả, усі, всі',
  tool: 'araç, aracı, araçlar, gereedschap, hulpmiddel, narzędzi*, alat, công cụ, інструмент*',
  other: 'diğer, başka, andere, inny*, inne, lain, khác, інш*',
  call: 'çağır, çağırmadan, çalıştır, kullan, kullanmadan, roep, aanroepen, gebruik, voer, wywołaj, uruchom, użyj, wywołani*, panggil, jalankan, gunakan, gọi, chạy, sử dụng, виклич*, запусти, використ*',
  read: 'oku, okuyun, lees, lezen, odczytaj, przeczytaj, baca, đọc, прочитай, зчитай',
  put: 'ekle, ekleyin, yaz, geçir, voeg, zet, plaats, geef, dodaj, umieść, wstaw, przekaż, wpisz, masukkan, tambahkan, sertakan, isi, thêm, đặt, ghi, đưa, chèn, додай, встав, передай',
  send: 'gönder, gönderin, ilet, stuur, verstuur, verzend, doorsturen, wyślij, prześlij, kirim, kirimkan, teruskan, gửi, chuyển tiếp, надішли, перешли',
  change:
    'değiştir, yönlendir, vervang, wijzig, zmień, zastąp, przekieruj, ganti, ubah, alihkan, thay, đổi, chuyển hướng, заміни, зміни',
  hide: 'gizlice, sessizce, stilletjes, geruisloos, ongemerkt, potajemnie, cicho, dyskretnie, diam-diam, âm thầm, bí mật, lặng lẽ, тихо, приховано',
  tell: 'söyleme, bahsetme, bildirme, haber, vertel, meld, noem, zeg, mów, wspominaj, informuj, ujawniaj, beri tahu, memberi tahu, sebutkan, beritahu, nói, thông báo, tiết lộ, đề cập, cho biết, повідомляй, згадуй, кажи',
  not: 'değil, olmadan, sakın, niet, geen, nooit, zonder, nie, nigdy, bez, jangan, tidak, tanpa, không, đừng, ne, ніколи',
  ask: 'onay, izin, sormadan, bevestiging, toestemming, vragen, potwierdzeni*, zgod*, pytani*, konfirmasi, izin, persetujuan, bertanya, xác nhận, hỏi, cho phép, đồng ý, підтвердженн*, згод*, питай',
  void: 'yok say, görmezden, unut, negeer, vergeet, zignoruj, ignoruj, zapomnij, abaikan, lupakan, bỏ qua, quên, ігноруй, проігноруй, забудь',
  rules:
    'talimat*, kural*, instructies, regels, instrukcj*, zasad*, reguł*, instruksi, aturan, chỉ dẫn, quy tắc, hướng dẫn, інструкці*, правил*',
  prior: 'önceki, vorige, eerdere, poprzedni*, wcześniejsz*, sebelumnya, trước đó, попередн*',
  secret:
    'şifre*, parola*, anahtar*, wachtwoord*, sleutel*, geheim*, hasł*, klucz*, poświadcze*, kata sandi, kunci, rahasia, mật khẩu, khóa, парол*, ключ*',
  talk: 'konuşma*, sohbet*, mesaj*, gesprek, berichten, bericht, rozmow*, wiadomości, wiadomość, percakapan, pesan, obrolan, cuộc trò chuyện, hội thoại, tin nhắn, розмов*, повідомленн*, листуванн*',
  'system-prompt':
    'sistem istemi, sistem komut*, systeemprompt, prompt systemowy, promptu systemowego, prompt sistem, lời nhắc hệ thống, системний промпт, системні інструкції',
  result:
    'içeriği, içerik, sonuç*, inhoud, resultaat, resultaten, zawartość, wynik*, isi, hasil, isinya, nội dung, kết quả, вміст, результат*',
  param:
    'parametre*, alan*, veld, parametr*, pole, polu, parameter, bidang, kolom, tham số, trường, параметр*, поле, полі',
  file: 'dosya*, bestand, bestanden, plik*, katalog*, berkas, tệp, thư mục, файл*',
  whole:
    'tamamı*, tam, eksiksiz, volledig*, letterlijk, cał*, pełn*, dosłownie, lengkap, seluruh, toàn bộ, đầy đủ, nguyên văn, повн*, дослівно',
  recipient: 'alıcı*, ontvanger*, odbiorc*, penerima, người nhận, одержувач*',
  step: 'adım*, bunu, stap, dit, krok*, tym, langkah, ini, bước, điều này, крок*, це',
  exempt:
    'onay gerekmez, zaten onayladı, al toegestemd, niet nodig, nie trzeba, już się zgodził, wyraził zgodę, tidak perlu, sudah menyetujui, không cần, đã đồng ý, не потрібно, уже погодився',
};
