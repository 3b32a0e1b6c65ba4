#include "vault/intake/chat/whatsapp_markers.h"

namespace daybook::vault {

// clang-format off

std::string_view deleted_texts() {
  return
      "Acest mesaj a fost șters\nAcest mesaj a fost șters de un admin\nAnda menghapus pesan ini\n"
      "Anda telah memadamkan mesej ini\nAnda telah menghapus pesan ini\nApagou esta mensagem\n"
      "Aquest missatge està esborrat\nAquest missatge l'ha suprimit un administrador\nAquest missatge s'ha suprimit\n"
      "Ați șters acest mesaj\nBinura mo itong mensahe\nBu ismarıc silindi\nBu mesaj bir yönetici tarafından silindi\n"
      "Bu mesaj silindi\nBu mesajı sildiniz\nBạn đã xoá tin nhắn này\nBạn đã xóa tin nhắn này\n"
      "Ce message a été supprimé\nCe message a été supprimé par un ou une admin\nDenne besked blev slettet\n"
      "Denne besked er blevet slettet\nDenne besked er blevet slettet af en administrator\n"
      "Denne meldingen ble slettet\nDenne meldingen ble slettet av en administrator\nDet här meddelandet raderades\n"
      "Det här meddelandet togs bort av en administratör\nDetta meddelande raderades\n"
      "Diese Nachricht wurde gelöscht\nDiese Nachricht wurde von einem*einer Admin gelöscht\n"
      "Dit bericht is verwijderd\nDit bericht is verwijderd door een beheerder\nDu har slettet denne besked\n"
      "Du har tagit bort meddelandet\nDu hast diese Nachricht gelöscht\nDu raderade det här meddelandet\n"
      "Du raderade detta meddelande\nDu slettede denne besked\nDu slettet denne meldingen\nEliminaste este mensaje\n"
      "Esta mensagem foi apagada\nEsta mensagem foi apagada pelo remetente\n"
      "Esta mensagem foi apagada por um/a administrador/a\nEste mensaje fue eliminado\nEz az üzenet törlésre került\n"
      "Ezt az üzenetet az egyik admin eltávolította\nEzt az üzenetet törölted\nHai eliminato questo messaggio\n"
      "Has esborrat aquest missatge\nHas suprimit aquest missatge\nHierdie boodskap was uitgevee\n"
      "Itong mensahe ay binura na\nIzbrisali ste ovu poruku\nJy het boodskap uitgevee\nJūs izdzēsāt šo ziņu\n"
      "Jūs ištrynėte šią žinutę\nKustutasid selle sõnumi\nMensagem apagada\nMensagem apagada por um admin\n"
      "Mesej ini telah dipadam\nMesej ini telah dipadamkan oleh pentadbir\nOva je poruka izbrisana\n"
      "Ova poruka je izbrisana\nOvu je poruku izbrisao administrator\nPesan ini dihapus\n"
      "Pesan ini dihapus oleh admin\nPesan ini telah dihapus\nPoistit tämän viestin\n"
      "Questo messaggio è stato eliminato\nQuesto messaggio è stato eliminato da un amministratore\n"
      "Quản trị viên đã xóa tin nhắn này\nScrios riarthóir an teachtaireacht seo\nScrios tú an teachtaireacht seo\n"
      "Scriosadh an teachtaireacht seo\nSe eliminó este mensaje\nSee sõnum on kustutatud\nSiz bu ismarıcı sildiniz\n"
      "Siz ushbu xabarni o‘chirdingiz\nTa wiadomość została usunięta\nTato zpráva byla odstraněna\n"
      "Tato zpráva byla smazána\nThis message was deleted\nThis message was deleted by an admin\n"
      "Tin nhắn này đã bị xoá\nTin nhắn này đã bị xóa\nTo sporočilo je bilo izbrisano\nTo sporočilo ste izbrisali\n"
      "Tuto zprávu jste odstranil/a\nTuto zprávu jste smazal/a\nTuto zprávu smazal jeden ze správců skupiny\n"
      "Táto správa bola odstránená\nTämä viesti poistettiin\nTörölted ezt az üzenetet\n"
      "Túto správu odstránil správca\nTúto správu ste odstránili\nTę wiadomość usunął administrator\n"
      "U hebt dit bericht verwijderd\nUjumbe huu ulifutwa\nUmefuta ujumbe huu\nUn admin. eliminó este mensaje\n"
      "Ushbu xabar o‘chirildi\nUsunąłeś(-ęłaś) tę wiadomość\nUsunąłeś(aś) tę wiadomość\nVocê apagou esta mensagem\n"
      "Vous avez supprimé ce message\nYlläpitäjä poisti tämän viestin\nYou deleted this message\n"
      "Ši žinutė buvo ištrinta\nŠī ziņa tika izdzēsta\nΑυτό το μήνυμα διαγράφηκε\n"
      "Αυτό το μήνυμα διαγράφηκε από έναν διαχειριστή\nΔιαγράψατε αυτό το μήνυμα\nΔιαγράψατε το μήνυμα\n"
      "Ја избриша оваа порака\nАдміністратор видалив це повідомлення\nБұл хат жойылды\nВи видалили це повідомлення\n"
      "Вы удалили данное сообщение\nВы удалили это сообщение\nДанное сообщение удалено\n"
      "Данное сообщение удалено админом\nИзтрихте това съобщение\nОбрисао/ла си ову поруку\nОва порука је обрисана\n"
      "Оваа порака беше избришана\nСъобщението беше изтрито\nСіз бұл хатты жойдыңыз\nЦе повідомлення було видалено\n"
      "ההודעה נמחקה על ידי מנהל/ת\nהודעה זו נמחקה\nמחקת את ההודעה הזו\nמחקת הודעה זו\nآپ نے اس پیغام کو حذف کیا\n"
      "آپ نے یہ میسج حذف کر دیا ہے\nأنت حذفت هذه الرسالة\nاین پیام حذف شد\nاین پیام حذف شده است\nتم حذف هذه الرسالة\n"
      "حذف أحد المشرفين هذه الرسالة\nشما این پیام را حذف کردید\nلقد حذَفت هذه الرسالة\n"
      "یکی از مدیران این پیام را حذف کرد\nیہ میسج ایک ایڈمن نے حذف کر دیا ہے\nیہ میسج حذف کر دیا گیا ہے\n"
      "یہ پیغام حذف کیا گیا\nआपण हा संदेश हटविलात\nआपने यह मैसेज डिलीट किया\nआपने यह संदेश मिटाया\n"
      "तुम्ही हा मेसेज हटवला\nयह मैसेज किसी एडमिन ने डिलीट कर दिया है\nयह मैसेज डिलीट कर दिया गया है\n"
      "यह संदेश मिटाया गया\nहा मेसेज हटवण्यात आला\nहा मेसेज ॲडमिनने हटवला\nहा संदेश हटविण्यात आला होता\n"
      "অ্যাডমিন এই মেসেজটি বাদ দিয়েছেন\nআপনি এই বার্তাটি মুছে ফেলেছেন\nআপনি এই মেসেজটি বাদ দিয়েছেন\n"
      "এই বার্তাটি মুছে ফেলা হয়েছে\nএই মেসেজটি বাদ দেওয়া হয়েছে\nਇਸ ਸੁਨੇਹੇ ਨੂੰ ਹਟਾਇਆ ਗਿਆ\nਤੁਸੀਂ ਇਹ ਸੁਨੇਹਾ ਹਟਾਇਆ\n"
      "આ મેસેજ એડમિને ડિલીટ કર્યો હતો\nઆ મેસેજ ડિલીટ કરાયો\nઆ સંદેશ રદ્દ કરાયો\nતમે આ મેસેજ ડિલીટ કર્યો\n"
      "તમે આ સંદેશને રદ્દ કર્યો\nஇத்தகவலை தாங்கள் அழித்தீர்கள்\nஇத்தகவல் திரும்பப்பெறப்பட்டது\n"
      "ಈ ಸಂದೇಶವು ಅಳಿಸಲ್ಪಟ್ಟಿದೆ\nನೀವು ಈ ಸಂದೇಶವನ್ನು ಅಳಿಸಿದ್ದೀರಿ\nഈ സന്ദേശം ഇല്ലാതാക്കിയതാണ്\n"
      "ഈ സന്ദേശം നിങ്ങൾ ഇല്ലാതാക്കി\nข้อความนี้ถูกลบแล้ว\nข้อความนี้ถูกลบโดยผู้ดูแล\nข้อความนี้ได้ถูกลบ\n"
      "คุณลบข้อความนี้\nคุณได้ลบข้อความนี้\nこのメッセージは削除されました\nこのメッセージは管理者により削除されました\nこのメッセージを削除しました\n信息已删除\n您删除这个信息\n"
      "您已删除这条消息\n您已刪除此訊息\n此訊息已刪除\n管理员已删除这条消息\n管理員已刪除此訊息\n这条消息已被删除\n삭제한 메시지입니다\n이 메시지는 관리자에 의해 삭제되었습니다\n"
      "이 메시지는 삭제되었습니다\n이 메시지를 삭제했습니다";
}

std::string_view call_texts() {
  return
      "Apel video nepreluat\nApel video ratat\nApel vocal nepreluat\nApel vocal ratat\nAppel vidéo manqué\n"
      "Appel vocal manqué\nBuraxılmış video zəng\nBuraxılmış zəng\nCevapsız görüntülü arama\nCevapsız sesli arama\n"
      "Chamada de voz perdida\nChamada de vídeo perdida\nChiamata vocale persa\nCuộc gọi nhỡ\nCuộc gọi nhỡ video\n"
      "Físghlao caillte\nGemist spraakgesprek\nGemist videogesprek\nGemiste spraakoproep\nGemiste video-oproep\n"
      "Guthghlao caillte\nLlamada de voz perdida\nLlamada perdida\nMissat röstsamtal\nMissat videosamtal\n"
      "Missed video call\nMissed voice call\nMistede video opkald\nMistet opkald\nNakaligtaang video call\n"
      "Nakaligtaang voice call\nNeatbildēts balss zvans\nNeatbildēts video zvans\nNem fogadott hanghívás\n"
      "Nem fogadott videohívás\nNem fogadott videóhívás\nNeodgovorjen video klic\nNieodebrane poł. głosowe\n"
      "Nieodebrane poł. wideo\nNieodebrane połączenie\nO‘tkazib yub. ovozli qo‘ng‘iroq\n"
      "O‘tkazib yub. videoqo‘ng‘iroq\nPanggila suara terlepas\nPanggilan suara tak terjawab\n"
      "Panggilan suara terlepas\nPanggilan video tak terjawab\nPanggilan video terlepas\nPraleistas balso skambutis\n"
      "Praleistas video skambutis\nPropušten glasovni poziv\nPropušten video poziv\nPropušteni glasovni poziv\n"
      "Propušteni videopoziv\nSimu ya sauti uliyoikosa\nSimu ya video uliyoikosa\nStemoproep gemis\nTapt taleanrop\n"
      "Tapt videoanrop\nTapt videosamtale\nThirrje e shmangur\nTrucada de veu perduda\nTrucada de vídeo perduda\n"
      "Ubesvaret taleopkald\nUbesvaret videoopkald\nVastaamaton videopuhelu\nVastaamaton äänipuhelu\n"
      "Vastamata häälkõne\nVastamata videokõne\nVerpasster Sprachanruf\nVerpasster Videoanruf\nVideo-oproep gemis\n"
      "Videochamada perdida\nVideochiamata persa\nVideollamada perdida\nVideothirrje e shmangur\n"
      "Videotrucada perduda\nZgrešen klic\nZmeškaný hlasový hovor\nZmeškaný hovor\nZmeškaný videohovor\n"
      "Αναπάντητη βιντεοκλήση\nΑναπάντητη κλήση\nΑναπάντητη φωνητική κλήση\nЖауапсыз видео қоңырау\n"
      "Жауапсыз қоңырау\nПропуснато видео обаждане\nПропуснато гласово обаждане\nПропуштен видео повик\n"
      "Пропуштен видео позив\nПропуштен гласовен повик\nПропуштен гласовни позив\nПропущений аудіодзвінок\n"
      "Пропущений відеодзвінок\nПропущенный аудиозвонок\nПропущенный видеозвонок\nשיחה קולית שלא נענתה\n"
      "שיחת וידאו שלא נענתה\nتماس تصویری بی‌پاسخ\nتماس تصویری پاسخ داده نشده\nتماس صوتی پاسخ داده نشده\n"
      "مسڈ وائس کال\nمسڈ ویڈیو کال\nمكالمة صوتية فائتة\nمكالمة فيديو فائتة\nچھوٹی ہوئی صوتی کال\n"
      "چھوٹی ہوئی ویڈیو کال\nछूटी हुई ध्वनि कॉल\nछूटी हुई विडियो कॉल\nमिस्ड वीडियो कॉल\nमिस्ड व्हिडिओ कॉल\n"
      "मिस्ड व्हॉइस कॉल\nवॉइस कॉल मिस हुई\nভিডিও কল মিস করেছেন\nভয়েস কল মিস করেছেন\nমিস করা ভিডিও কল\nমিসড ভয়েস কল\n"
      "ਮਿਸ ਹੋਈ ਆਵਾਜ਼ ਕਾਲ\nਮਿਸ ਹੋਈ ਵੀਡੀਓ ਕਾਲ\nછૂટી ગયેલ ધ્વનિ કૉલ\nછૂટી ગયેલ વિડિઓ કૉલ\nછૂટી ગયેલ વિડિયો કૉલ\n"
      "છૂટી ગયેલો વોઇસ કૉલ\nதவறிய காணொலி அழைப்பு\nதவறிய குரல் அழைப்பு\nతప్పిన వీడియోకాల్\nమిస్సేడ్ వాయిస్ కాల్\n"
      "ತಪ್ಪಿದ ದೃಶ್ಯ ಕರೆ\nತಪ್ಪಿದ ಧ್ವನಿ ಕರೆ\nനഷ്ടമായ വീഡിയോ കാൾ\nവിളി നഷ്ടപ്പെട്ടു\nวิดีโอคอลที่ไม่ได้รับ\n"
      "สายที่ไม่ได้รับ\nสายโทรวิดีโอที่ไม่ได้รับ\nビデオ通話不在着信\n不在着信\n未接視像通話\n未接视频通话\n未接語音通話\n未接语音通话\n音声通話不在着信\n"
      "부재중 영상통화\n부재중 전화";
}

std::string_view waiting_texts() {
  return
      "A aguardar pela mensagem. Isto pode demorar um pouco\n"
      "Ag fanacht leis an teachtaireacht seo. Seans go dtógfaidh sé tamall\n"
      "Aguardando mensagem. Essa ação pode levar alguns instantes\n"
      "En attente de ce message. Ceci pourrait prendre un moment\nEsperando el mensaje. Esto puede tomar tiempo\n"
      "Esperant aquest missatge. Això pot tardar una estona\n"
      "In attesa del messaggio. Potrebbe volerci un po' di tempo\n"
      "Menunggu pesan ini. Ini mungkin membutuhkan waktu beberapa saat\n"
      "Menunggu untuk mesej ini. Ini mungkin mengambil seketika\nMesaj bekleniyor. Bu biraz zaman alabilir\n"
      "Oczekiwanie na tę wiadomość. To może chwilę potrwać\nOdotetaan tätä viestiä. Tässä saattaa kestää hetki\n"
      "Se așteaptă mesajul. Procesul poate dura ceva timp\nVenter på denne besked. Det kan godt tage lidt tid\n"
      "Venter på denne meldingen. Dette kan ta litt tid\nVárakozás az üzenetre. Ez eltarthat egy ideig\n"
      "Väntar på meddelande. Detta kan ta en stund\nWachten op dit bericht. Dit kan even duren\n"
      "Waiting for this message. This may take a while\nWarte auf diese Nachricht. Das kann einen Moment dauern\n"
      "Čaká sa na túto správu. Táto akcia môže chvíľu trvať\nČekanje na ovu poruku. Ovo može potrajati\n"
      "Čeká se na tuto zprávu. Může to chvíli trvat\nĐang chờ ghi chú thanh toán này. Bạn có thể phải chờ một lúc\n"
      "Αναμονή για αυτό το μήνυμα. Μπορεί να διαρκέσει λίγο\nОжидание сообщения. Это может занять некоторое время\n"
      "Очікування повідомлення. Це може зайняти деякий час\nבהמתנה להודעה זו. פעולה זו עשויה להימשך קצת זמן\n"
      "اس میسج کا انتظار ہے۔ اس میں کچھ وقت لگ سکتا ہے\nدر انتظار برای این پیام. ممکن است قدری طول بکشد\n"
      "في انتظار هذه الرسالة، قد يستغرق ذلك بعض الوقت\nइस मैसेज को लोड होने में थोड़ा समय लग सकता है\n"
      "या मेसेजची प्रतीक्षा करत आहोत. यासाठी कदाचित थोडा वेळ लागू शकतो\n"
      "এই মেসেজের জন্য অপেক্ষা করা হচ্ছে। এর জন্য কিছুক্ষণ সময় লাগতে পারে\n"
      "આ મેસેજની રાહ જોવાય છે. એમાં થોડી વાર લાગી શકે છે\nกำลังรอข้อความนี้ อาจใช้เวลาสักครู่\n"
      "メッセージを待っています。しばらく時間がかかることがあります\n正在等待信息，可能需要一段时间\n正在等待此訊息，請耐心等候\n正在等待訊息，此可能需要一段時間\n"
      "메시지 암호화 대기중입니다. 다소 시간이 소요될 수 있습니다";
}

std::string_view omitted_texts() {
  return
      "Audio weggelassen\nBild weggelassen\nDocument omès\nDokument weggelassen\nGIF  نظرانداز\nGIF dahil edilmedi\n"
      "GIF esclusa\nGIF fájl kihagyása\nGIF izostavljen\nGIF ligthe ar lár\nGIF não revelada\nGIF omis\nGIF omitido\n"
      "GIF omitted\nGIF omès\nGIF retiré\nGIF tidak dimasukkan\nGIF tidak disertakan\nGIF udeladt\nGIF utelatt\n"
      "GIF utesluten\nGIF vynechaný\nGIF vynechán\nGIF weggelassen\nGIF weggelaten\nGIF отсутствует\nGIF הושמט\n"
      "GIF حذف شد\nGIF छोड़ा गया\nGIF वगळले\nGIF પડતી મૂકાઈ\nGIF 动态图已被忽略\nGIF 圖片已被省略\nGIF 已略去\nGIF 생략됨\n"
      "GIF-animaatio jätetty pois\nGIF-анімацію пропущено\nGIFは含まれていません\nHang kihagyása\nImagine omisă\n"
      "Imatge omesa\nPlik GIF pominięty\nSticker weggelassen\nVideo omitido\nVideo weggelassen\nVideó kihagyva\n"
      "adhesiu omès\nafbeelding weggelaten\naudio omesso\naudio omis\naudio omitido\naudio omitted\naudio pominięte\n"
      "audio tidak dimasukkan\naudio tidak disertakan\naudio weggelaten\nbelge dahil edilmedi\nbild utesluten\n"
      "bilde ikke inkludert\nbillede udeladt\nbỏ qua tệp âm thanh\nclip video omis\ncomhad fuaime ar lár\n"
      "cáipéis ligthe ar lár\ndocument manquant\ndocument omis\ndocument omitted\ndocument weggelaten\n"
      "documento não revelado\ndocumento omesso\ndocumento omitido\ndokumen tidak dimasukkan\n"
      "dokumen tidak disertakan\ndokument izostavljen\ndokument pominięty\ndokument udeladt\ndokument uteslutet\n"
      "dokument vynechaný\ndokument vynechán\ndokumenttia ei sisällytetä\ndokumentum kihagyva\nei kuvaa\n"
      "ficheiro de áudio não revelado\nfigurinha omitida\nfágadh an greamán ar lár\nfíseán ligthe ar lár\n"
      "fără audio\ngambar tidak disertakan\ngörüntü dahil edilmedi\nimage absente\nimage omitted\n"
      "imagem não revelada\nimagem ocultada\nimagen omitida\nimej tidak dimasukkan\nimmagine omessa\n"
      "klistermærke udeladt\nklistremerke utelatt\nkép küldése sikertelen\nljud utelslutet\nlyd udeladt\n"
      "lyd utelatt\nmatrica kihagyva\nnaljepnica izostavljena\nnálepka vynechaná\nnálepka vynechána\n"
      "obraz pominięty\nobrázek vynechán\nobrázok vynechaný\npelekat tidak disertakan\npominięto naklejkę\n"
      "ses dahil edilmedi\nslika izostavljena\nsticker non incluso\nsticker não revelado\nsticker omis\n"
      "sticker omitido\nsticker omitted\nsticker utesluten\nsticker weggelaten\nstiker tidak disertakan\n"
      "tarraa ei sisällytetty\nutelatt dokument\nvideo dahil edilmedi\nvideo izostavljen\nvideo omesso\n"
      "video omitted\nvideo tidak dimasukkan\nvideo tidak disertakan\nvideo udeladt\nvideo utelatt\nvideo utesluten\n"
      "video vynechané\nvideo vynecháno\nvideo weggelaten\nvideota ei sisällytetä\nvidéo absente\n"
      "vídeo não revelado\nvídeo omitido\nvídeo omès\nwideo pominięte\nzvuk izostavljen\nzvuk vynechaný\n"
      "zvukový soubor vynechán\nÀudio omès\nÇıkartma dahil edilmedi\náudio ocultado\näänitiedostoa ei sisällytetä\n"
      "íomhá ligthe ar lár\nĐã bỏ qua ảnh GIF\nđã bỏ qua hình ảnh\nđã bỏ qua tài liệu\nđã bỏ sticker\nđã bỏ video\n"
      "Παράληψη GIF\nέγγραφο παραλείφθηκε\nήχος παραλείφθηκε\nαυτοκόλλητο παραλήφθηκε\nβίντεο παραλείφθηκε\n"
      "εικόνα παραλείφθηκε\nНаклейку не додано\nаудиофайл отсутствует\nаудіо відсутнє\nвидео отсутствует\n"
      "відео відсутнє\nдокумент отсутствует\nдокумент пропущено\nзображення відсутнє\nизображение отсутствует\n"
      "стикер не добавлен\nהתמונה הושמטה\nמסמך הושמט\nסטיקר הושמט\nסרטון הווידאו הושמט\nקטע קול הושמט\n"
      "آڈیو نظرانداز\nاستیکر حذف شد\nاسٹیکر نظرانداز\nتصویر حذف شد\nتصویر نکال دی گئی ہے\nتم حذف الملصقات\n"
      "دستاویز نظرانداز\nسند حذف شد\nصدا حذف شد\nلم يتم إدراج الصورة\nلم يتم إدراج الفيديوهات\nلم يتم إدراج المستند\n"
      "لم يتم إدراج المقاطع الصوتية\nلم يتم إدراج صورة GIF\nویدیو حذف شد\nویڈیو نظرانداز\nइमेज वगळली\nऑडिओ वगळला\n"
      "ऑडियो हटाई गयी\nडॉक्युमेंट वगळले\nडॉक्यूमेंट छोड़ा गया\nफ़ोटो हटाई गई\nवीडियो छोड़ा गया\nव्हिडीओ वगळला\n"
      "स्टिकर छोड़ा गया\nस्टिकर वगळले\nঅডিও বাদ দেওয়া হয়েছে\nইমেজ বাদ দেওয়া হয়েছে\nজিআইএফ বাদ দেওয়া হয়েছে\n"
      "ডকুমেন্ট বাদ দেওয়া হয়েছে\nভিডিও বাদ দেওয়া হয়েছে\nস্টিকার বাদ দেওয়া হয়েছে\nઓડિયો ફાઇલ શામેલ કરી નથી\n"
      "છબી પડતી મૂકાઈ\nડોક્યુમેન્ટ સામેલ કર્યું નહિ\nવિડિયો પડતી મુકાઈ\nસ્ટીકર પડતું મુકાયું\nละเว้น GIF\n"
      "ละเว้นเอกสาร\nวิดีโอถูกลบ\nไม่มีรูปภาพ\nไม่มีสติกเกอร์\nไม่มีไฟล์เสียง\nスタンプは含まれていません\nドキュメントは含まれていません\n"
      "ビデオは含まれていません\n圖像已省略\n圖片已略去\n影片已略去\n影片已省略\n文件已忽略\n文件已略去\n文档已省略\n照片已忽略\n画像は含まれていません\n视频已忽略\n貼圖已忽略\n貼圖已略去\n"
      "贴图已省略\n音声は含まれていません\n音訊已略去\n音訊已省略\n音频已忽略\n문서 생략됨\n비디오 생략됨\n스티커 제외됨\n오디오 생략됨\n이미지 생략됨";
}

std::string_view omitted_contact_texts() {
  return
      "Bỏ qua thẻ liên lạc\nCarte de vizită contact omisă\nCartão do contato omitido\nContact card omitted\n"
      "Contacto não revelado\nCárta teagmhála ar lár\nFiche contact manquante\nKad kenalan tidak dimasukkan\n"
      "Karta kontaktu vynechaná\nKartu kontak tidak disertakan\nKişi kartı dahil edilmedi\nKontaktkarte ausgelassen\n"
      "Kontaktkort sløyfet\nKontaktkort udeladt\nKontaktkort uteslutet\nNévjegykártya kihagyva\n"
      "Pominięta wizytówka kontaktu\nPosjetnica izostavljena\nScheda contatto omessa\nTargeta de contacte omesa\n"
      "Tarjeta de contacto omitida\nVisitekaartje weggelaten\nVizitka vynechána\nYhteystietokortti jätettiin pois\n"
      "Η κάρτα επαφής παραλήφθηκε\nКартка контакту відсутня\nКарточка контакта отсутствует\nכרטיס איש קשר הושמט\n"
      "برگ مخاطب حذف شد\nرابطہ کارڈ نظر انداز\nلم يتم إدراج بطاقة جهة اتصال\nकॉन्टैक्ट कार्ड छोड़ा गया\n"
      "संपर्क कार्ड वगळले\nপরিচিতির কার্ড বাদ দেওয়া হয়েছে\nસંપર્કનું કાર્ડ પડતું મૂકાયું\nบัตรรายชื่อที่ละเว้น\n"
      "联系人卡片已忽略\n聯絡人卡片已略去\n聯絡人卡片已省略\n連絡先カードを省略\n연락처 카드 생략됨";
}

std::string_view live_location_texts() {
  return
      "Live location shared\nEstá a partilhar a sua localização\nLive-Standort wird geteilt\nLocalisation en direct partagée\n"
      "Lokasi terkini dibagikan\nMevcut konum paylaşıldı\nUbicació en directe compartida\n"
      "bola zdieľaná aktuálna poloha\nbyla sdílena aktuální poloha\ncanlı məkan paylaşılıb\nhetke asukoht jagatud\n"
      "ibinahagi ang live na lokasyon\njonli joylashuv ulashildi\nlive locatie gedeeld\nlive placering delt\n"
      "live-sijainti jaettu\nliveposition delad\nlocalização atual compartilhada\nlocație în timp real distribuită\n"
      "lokacija v živo je bila deljena\nlokasi terkini dikongsi\nmahali mubashara pameshirikishwa\n"
      "posisjon i sanntid delt\nposizione attuale condivisa\nregstreekse ligging gedeel\nreāllaika atrašanās vieta\n"
      "tartózkodási hely megosztva\ntiesioginė vieta bendrinama\ntrenutna lokacija podijeljena\n"
      "ubicación en tiempo real compartida\nudostępniona transmisja położenia\nvendnodhja aktuale u shpërnda\n"
      "vị trí hiện thời được chia sẻ\nη τωρινή τοποθεσία κοινοποιήθηκε\nГеоданные отправлены\n"
      "Локација уживо подељена\nгеодані надіслано\nместоположение в реално време споделено\n"
      "споделено локација во живо\nқазіргі орынмен бөлісті\nמשתף מיקום בשידור חי\nتمت مشاركة الموقع المباشر\n"
      "جاری مقام کا اشتراک ہوا\nمکان زنده به اشتراک گذاشته شد\nलाइव स्थान साझा किया गया\n"
      "सध्याचे थेट ठिकाण शेअर केले\nলাইভ অবস্থান শেয়ার করা হয়েছে\nਮੌਜੂਦਾ ਟਿਕਾਣਾ ਸਾਂਝਾ ਕੀਤਾ\nજીવંત સ્થાન શેર કરાયું\n"
      "இடம் நேரலையாக பகிரபட்டது\nప్రత్యక్ష స్థాన భాగస్వామ్యం\nನೇರ ಸ್ಥಳ ಹಂಚಿಕೊಳ್ಳಲಾಗಿದೆ\nലൈവ് ലൊക്കേഷൻ പങ്കിട്ടു\n"
      "ตำแหน่งปัจจุบันถูกแบ่งปัน\nライブロケーション共有\n共享实时位置\n實時位置已分享\n공유한 실시간 위치";
}

std::string_view attached_texts() {
  return
      "(Datei angehängt)\n(archivo adjuntado)\n(arquivo anexado)\n(arxiu adjunt)\n(bestand bijgevoegd)\n"
      "(bifogad fil)\n(byla prisegta)\n(datoteka u privitku)\n(dosya ekli)\n(fail dilampirkan)\n(fail lisatud)\n"
      "(faili limeambatanishwa)\n(fayl biriktirildi)\n(fayl əlavə olunub)\n(ficheiro anexado)\n(fichier joint)\n"
      "(fil vedhæftet)\n(file allegato)\n(file attached)\n(file terlampir)\n(fișier atașat)\n(fájl csatolva)\n(liitetiedosto)\n"
      "(lêer aangeheg)\n(nakalakip na file)\n(pievienots fails)\n(priložena datoteka)\n(skedë e ngjitur)\n"
      "(soubor byl přiložen)\n(súbor pripojený)\n(tệp đính kèm)\n(vedlagt fil)\n(załączony plik)\n"
      "(συνημμένο αρχείο)\n(прикачен файл)\n(прикачен фајл)\n(прикачена датотека)\n(файл добавлен)\n(файл додано)\n"
      "(қосымша файл)\n(קובץ מצורף)\n(الملف مرفق)\n(پیوستہ فائل)\n(फाइल अटैच कर दी गई है)\n(फाइल संलग्न)\n"
      "(ফাইল সংযুক্ত হয়েছে)\n(ਅਟੈਚ ਕੀਤੀ ਫਾਇਲ)\n(ફાઇલ જોડાયેલ)\n(ఫైల్ జోడించబడినది)\n(ಕಡತ ಸೇರಿಸಲಾಯಿತು)\n"
      "(ഫയൽ ചേർത്തു)\n(ไฟล์ที่แนบ)\n(文件附件)\n(添付ファイル有り)\n(附件檔案)\n(파일 첨부됨)";
}

std::string_view iphone_attached_texts() {
  return
      "* eklendi\nAnhang: *\nadjunt: *\nadjunto: *\nallegato: *\nanexado: *\nanexo: *\natașare: *\nattached: *\n"
      "bifogat: *\nbijgevoegd: *\nceangailte: *\ncsatolva: *\ndilampir: *\nliite: *\npièce jointe : *\npriloženo: *\n"
      "príloha: *\npříloha: *\nterlampir: *\nvedhæftet: *\nvedlagt: *\nzałączono: *\nđính kèm: *\nεπισυνάφθηκε: *\n"
      "додано: *\nприкреплено: *\nמצורף: *\nالمُرفق: *\nپیوست: *\nپیوستہ: *\nअटैच किया गया: *\nसंलग्न केले: *\n"
      "જોડાયેલ: *\nแนบ: *\n添付ファイル: *\n附件：*\n첨부됨: *";
}

// clang-format on

}  // namespace daybook::vault
