<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Start again with XOR and a 2-4-1 network</source>
        <translation>重新开始：异或数据和 2-4-1 网络</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>打开项目文件</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the project with its run</source>
        <translation>保存项目及其训练过程</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>以另一个名称保存项目</translation>
    </message>
    <message>
        <source>Save &amp;picture of the window…</source>
        <translation>保存窗口图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Save what you see as a PNG picture</source>
        <translation>把看到的画面存为 PNG 图片</translation>
    </message>
    <message>
        <source>&amp;Export the network…</source>
        <translation>导出网络(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the weights as a script, a model, arrays or a table</source>
        <translation>把权值写成脚本、模型、数组或表格</translation>
    </message>
    <message>
        <source>Save a pict&amp;ure…</source>
        <translation>保存图片(&amp;U)…</translation>
    </message>
    <message>
        <source>Save a plot or the network as PNG, SVG or PDF, in the size you choose</source>
        <translation>把图或网络保存为 PNG、SVG 或 PDF，大小由您选择</translation>
    </message>
    <message>
        <source>Save the &amp;diagram…</source>
        <translation>保存网络图(&amp;D)…</translation>
    </message>
    <message>
        <source>Save the network as PNG, SVG or PDF, in the size you choose</source>
        <translation>把网络图保存为 PNG、SVG 或 PDF，大小由您选择</translation>
    </message>
    <message>
        <source>Name and no&amp;tes…</source>
        <translation>姓名与笔记(&amp;T)…</translation>
    </message>
    <message>
        <source>Write your name and what you found out; saved with the project</source>
        <translation>写下姓名和您的发现；随项目保存</translation>
    </message>
    <message>
        <source>&amp;Lab report…</source>
        <translation>实验报告(&amp;L)…</translation>
    </message>
    <message>
        <source>Write a report for hand-in, as PDF and as a web page: everything to do it again</source>
        <translation>生成可提交的报告（PDF 和网页）：包含重做实验所需的一切</translation>
    </message>
    <message>
        <source>Cop&amp;y the picture</source>
        <translation>复制图片(&amp;Y)</translation>
    </message>
    <message>
        <source>Put a picture of the view that has the focus on the clipboard</source>
        <translation>把焦点所在视图的图片放到剪贴板</translation>
    </message>
    <message>
        <source>Save the run as an&amp;imation…</source>
        <translation>把运行存为动画(&amp;I)…</translation>
    </message>
    <message>
        <source>Save how the network learned, from the first epoch to the last, as an animated GIF</source>
        <translation>把网络从第一次到最后一次迭代的学习过程存为 GIF 动画</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last edit</source>
        <translation>撤销上一步编辑</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the edit again that was taken back</source>
        <translation>重做刚才撤销的编辑</translation>
    </message>
    <message>
        <source>Cu&amp;t layers</source>
        <translation>剪切层(&amp;T)</translation>
    </message>
    <message>
        <source>Put the selected layers on the clipboard and take them out of the network</source>
        <translation>把选中的层放到剪贴板并从网络中移除</translation>
    </message>
    <message>
        <source>&amp;Copy layers</source>
        <translation>复制层(&amp;C)</translation>
    </message>
    <message>
        <source>Put the selected layers, with their weights, on the clipboard</source>
        <translation>把选中的层连同权值放到剪贴板</translation>
    </message>
    <message>
        <source>&amp;Paste layers</source>
        <translation>粘贴层(&amp;P)</translation>
    </message>
    <message>
        <source>Put the layers from the clipboard behind the selected layer</source>
        <translation>把剪贴板中的层插入到选中的层之后</translation>
    </message>
    <message>
        <source>&amp;Duplicate layers</source>
        <translation>复制并插入层(&amp;D)</translation>
    </message>
    <message>
        <source>Put copies of the selected layers behind them</source>
        <translation>把选中层的副本插入到其后</translation>
    </message>
    <message>
        <source>Re&amp;move what is selected</source>
        <translation>移除选中的内容(&amp;M)</translation>
    </message>
    <message>
        <source>Remove the selected neurons and layers, or cut the selected connections</source>
        <translation>移除选中的神经元和层，或切断选中的连接</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select all neurons, or everything of the kind that is selected in the diagram</source>
        <translation>选中所有神经元，或网络图中与所选同类的全部内容</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Train the network, or pause</source>
        <translation>训练网络，或暂停</translation>
    </message>
    <message>
        <source>One &amp;epoch</source>
        <translation>一次迭代(&amp;E)</translation>
    </message>
    <message>
        <source>Train for one pass over the data</source>
        <translation>把全部样本训练一遍</translation>
    </message>
    <message>
        <source>One &amp;sample</source>
        <translation>一个样本(&amp;S)</translation>
    </message>
    <message>
        <source>Make one update: one sample, or one batch</source>
        <translation>只调整一次权值：一个样本或一批样本</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>Back to the same start, epoch 0</source>
        <translation>回到同一组初始权值，迭代次数归零</translation>
    </message>
    <message>
        <source>&amp;New start</source>
        <translation>新的初始值(&amp;N)</translation>
    </message>
    <message>
        <source>Draw other start weights: the next seed</source>
        <translation>换一组初始权值：取下一个随机种子</translation>
    </message>
    <message>
        <source>&amp;Keep this run</source>
        <translation>保留这次训练(&amp;K)</translation>
    </message>
    <message>
        <source>Add the present run to the list of runs, to compare and to restore it later</source>
        <translation>把当前训练加入训练列表，以便日后比较和恢复</translation>
    </message>
    <message>
        <source>&amp;Go on from here</source>
        <translation>从这里继续(&amp;G)</translation>
    </message>
    <message>
        <source>Train on from the past moment on show; the run so far stays in Runs</source>
        <translation>从所显示的过去时刻继续训练；到目前为止的运行保留在“运行记录”中</translation>
    </message>
    <message>
        <source>&amp;Back to the last finite state</source>
        <translation>退回最后一个正常状态(&amp;B)</translation>
    </message>
    <message>
        <source>After a divergence: go back to the last weights that were finite numbers</source>
        <translation>发散之后：退回到最后一组有限的权值</translation>
    </message>
    <message>
        <source>Export the error &amp;curve …</source>
        <translation>导出误差曲线(&amp;C)…</translation>
    </message>
    <message>
        <source>Write the error curve with all digits into a table that spreadsheets can read</source>
        <translation>将误差曲线以全部位数写入电子表格可读的表</translation>
    </message>
    <message>
        <source>E&amp;xport the ledger …</source>
        <translation>导出学习过程(&amp;X)…</translation>
    </message>
    <message>
        <source>Write every step of a run by the perceptron rule into a table</source>
        <translation>把感知器学习的每一步写成表</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>减速(&amp;L)</translation>
    </message>
    <message>
        <source>One step slower</source>
        <translation>慢一档</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加速(&amp;F)</translation>
    </message>
    <message>
        <source>One step faster</source>
        <translation>快一档</translation>
    </message>
    <message>
        <source>&amp;Unlimited speed</source>
        <translation>不限速(&amp;U)</translation>
    </message>
    <message>
        <source>Train as fast as this computer can</source>
        <translation>以这台计算机的最快速度训练</translation>
    </message>
    <message>
        <source>&amp;Add a hidden layer</source>
        <translation>添加隐层(&amp;A)</translation>
    </message>
    <message>
        <source>Add a hidden layer after the selected one</source>
        <translation>在选中的层之后添加一个隐层</translation>
    </message>
    <message>
        <source>&amp;Remove the selected layer</source>
        <translation>删除选中的层(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the hidden layer that is selected</source>
        <translation>删除选中的隐层</translation>
    </message>
    <message>
        <source>Make an R&amp;BF network</source>
        <translation>建立 RBF 网络(&amp;B)</translation>
    </message>
    <message>
        <source>The first hidden layer gets Gaussian units, with centres where the samples are</source>
        <translation>第一隐层改为高斯神经元，中心放在样本所在处</translation>
    </message>
    <message>
        <source>&amp;More units</source>
        <translation>增加神经元(&amp;M)</translation>
    </message>
    <message>
        <source>One more neuron in the selected layer</source>
        <translation>给选中的层增加一个神经元</translation>
    </message>
    <message>
        <source>&amp;Fewer units</source>
        <translation>减少神经元(&amp;F)</translation>
    </message>
    <message>
        <source>One neuron fewer in the selected layer</source>
        <translation>从选中的层减少一个神经元</translation>
    </message>
    <message>
        <source>Loc&amp;k or unlock</source>
        <translation>锁定或解锁(&amp;K)</translation>
    </message>
    <message>
        <source>Keep training from moving the selected weights and biases, or allow it again</source>
        <translation>使训练不改变所选的权值和偏置，或重新允许改变</translation>
    </message>
    <message>
        <source>&amp;Cut or restore connections</source>
        <translation>切断或恢复连接(&amp;C)</translation>
    </message>
    <message>
        <source>Hold the selected connections at 0, or give them back the weight that they had</source>
        <translation>将所选连接的权值固定为 0，或恢复其原有权值</translation>
    </message>
    <message>
        <source>Ran&amp;domise</source>
        <translation>随机化(&amp;D)</translation>
    </message>
    <message>
        <source>Draw the selected weights and biases anew</source>
        <translation>重新随机抽取所选的权值和偏置</translation>
    </message>
    <message>
        <source>Set to &amp;zero</source>
        <translation>置零(&amp;Z)</translation>
    </message>
    <message>
        <source>Set the selected weights and biases to 0</source>
        <translation>将所选的权值和偏置设为 0</translation>
    </message>
    <message>
        <source>&amp;Negate</source>
        <translation>取反(&amp;N)</translation>
    </message>
    <message>
        <source>Turn the sign of the selected weights and biases</source>
        <translation>改变所选权值和偏置的符号</translation>
    </message>
    <message>
        <source>M&amp;ultiply by a factor…</source>
        <translation>乘以倍数(&amp;U)…</translation>
    </message>
    <message>
        <source>Multiply the selected weights and biases by a factor that you type</source>
        <translation>将所选的权值和偏置乘以输入的倍数</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Show the network larger</source>
        <translation>放大显示网络</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show more of the network</source>
        <translation>显示更多网络内容</translation>
    </message>
    <message>
        <source>Fi&amp;t the diagram</source>
        <translation>缩放到合适大小(&amp;T)</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>显示整个网络</translation>
    </message>
    <message>
        <source>Load &amp;weights…</source>
        <translation>载入权值(&amp;W)…</translation>
    </message>
    <message>
        <source>Read weights from an .npz file as the new start</source>
        <translation>从 .npz 文件读取权值，作为新的初值</translation>
    </message>
    <message>
        <source>Open &amp;table…</source>
        <translation>打开表格(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Export the samples …</source>
        <translation>导出样本(&amp;E)…</translation>
    </message>
    <message>
        <source>Write all samples with outputs and errors into a table that spreadsheets can read</source>
        <translation>将全部样本及其输出和误差写入电子表格可读的表</translation>
    </message>
    <message>
        <source>Import samples from a CSV, ARFF, NumPy, SNNS or .xlsx file, with a preview</source>
        <translation>从 CSV、ARFF、NumPy、SNNS 或 .xlsx 文件导入样本，导入前可预览</translation>
    </message>
    <message>
        <source>Test data from a &amp;file…</source>
        <translation>从文件导入测试集(&amp;F)…</translation>
    </message>
    <message>
        <source>Import the test samples from a second file with the same columns</source>
        <translation>从第二个列相同的文件导入测试样本</translation>
    </message>
    <message>
        <source>&amp;Shape the data…</source>
        <translation>数据预处理(&amp;S)…</translation>
    </message>
    <message>
        <source>Split off test samples, scale the inputs, let the network see derived features, add noise</source>
        <translation>划分测试样本、缩放输入、让网络看到派生特征、加入噪声</translation>
    </message>
    <message>
        <source>Full screen for a projector: large type, one slim bar, menus at the top edge</source>
        <translation>投影用的全屏：大字、一条窄栏，菜单在屏幕上边缘</translation>
    </message>
    <message>
        <source>Colours as the &amp;system</source>
        <translation>跟随系统配色(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark as the system is set</source>
        <translation>随系统设置使用浅色或深色</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark text on light paper</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Light text on dark paper</source>
        <translation>深底浅字</translation>
    </message>
    <message>
        <source>&amp;Presentation mode</source>
        <translation>演示模式(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Workbench</source>
        <translation>工作台(&amp;W)</translation>
    </message>
    <message>
        <source>The network, its data and its training</source>
        <translation>网络、数据与训练</translation>
    </message>
    <message>
        <source>Computation &amp;graph</source>
        <translation>计算图(&amp;G)</translation>
    </message>
    <message>
        <source>Type an expression and walk through its values and gradients node by node</source>
        <translation>输入表达式，逐个节点查看数值和梯度</translation>
    </message>
    <message>
        <source>Neuron as a computation &amp;graph</source>
        <translation>神经元的计算图(&amp;G)</translation>
    </message>
    <message>
        <source>Take the selected neuron apart, with its present numbers</source>
        <translation>把选中的神经元连同它现在的数值展开</translation>
    </message>
    <message>
        <source>Network as a com&amp;putation graph</source>
        <translation>整个网络的计算图(&amp;P)</translation>
    </message>
    <message>
        <source>Take the error of a small network apart, with all its present numbers</source>
        <translation>把较小网络的误差连同现在的全部数值展开</translation>
    </message>
    <message>
        <source>&amp;Numbers on all connections</source>
        <translation>所有连接的数值(&amp;N)</translation>
    </message>
    <message>
        <source>Write every weight and bias onto the diagram, where there is room</source>
        <translation>在网络图上写出所有权值和偏置（只要放得下）</translation>
    </message>
    <message>
        <source>Numbers of &amp;one neuron</source>
        <translation>一个神经元的数值(&amp;O)</translation>
    </message>
    <message>
        <source>Write the weights of the neuron that is selected or under the mouse</source>
        <translation>写出选中的或鼠标所指的神经元的权值</translation>
    </message>
    <message>
        <source>&amp;Focus on one neuron</source>
        <translation>聚焦一个神经元(&amp;F)</translation>
    </message>
    <message>
        <source>Fade all but the neuron that is selected or under the mouse</source>
        <translation>淡化选中的或鼠标所指的神经元以外的部分</translation>
    </message>
    <message>
        <source>Pass &amp;values through</source>
        <translation>让数值通过网络(&amp;V)</translation>
    </message>
    <message>
        <source>Show every net input and activation; choose a sample in the table, or Shift and click in the region</source>
        <translation>显示所有净输入和激活值；在表格中选择样本，或在判决域中按住 Shift 单击</translation>
    </message>
    <message>
        <source>&amp;Ready networks</source>
        <translation>现成网络(&amp;R)</translation>
    </message>
    <message>
        <source>Show ready networks above the diagram, to click or to drag in</source>
        <translation>在网络图上方显示现成网络，可单击或拖入</translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation>侧边栏(&amp;S)</translation>
    </message>
    <message>
        <source>Show data and training settings on the left</source>
        <translation>在左侧显示数据和训练设置</translation>
    </message>
    <message>
        <source>Large ta&amp;ble</source>
        <translation>大表格(&amp;B)</translation>
    </message>
    <message>
        <source>Give the tables the room of the network and of the side panel, or give it back</source>
        <translation>让表格占用网络图和侧面板的位置，再次选择则恢复</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Fill the whole screen with the window</source>
        <translation>让窗口占满整个屏幕</translation>
    </message>
    <message>
        <source>&amp;Textbook notation</source>
        <translation>教材记号(&amp;T)</translation>
    </message>
    <message>
        <source>Bias b, learning rate, w by layer, target t</source>
        <translation>偏置 b、学习率、按层编号的 w、目标值 t</translation>
    </message>
    <message>
        <source>Le&amp;cture notation</source>
        <translation>讲义记号(&amp;C)</translation>
    </message>
    <message>
        <source>Threshold T, η, V and W, y and o, desired output d</source>
        <translation>阈值 T、η、V 和 W、y 和 o、期望输出 d</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>快速入门(&amp;F)</translation>
    </message>
    <message>
        <source>A short guide: what to click and what you will see</source>
        <translation>简短的指南：点哪里，会看到什么</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>使用指南(&amp;G)</translation>
    </message>
    <message>
        <source>What each part of the window can do, in a few sentences</source>
        <translation>用几句话说明窗口的每个部分</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Every key that does something</source>
        <translation>所有可用的按键</translation>
    </message>
    <message>
        <source>&amp;About Perceptra</source>
        <translation>关于 Perceptra(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本与许可证</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous step</source>
        <translation>上一步(&amp;P)</translation>
    </message>
    <message>
        <source>The next step of the lesson, or the next slide</source>
        <translation>课程的下一步，或下一张幻灯片</translation>
    </message>
    <message>
        <source>The step before in the lesson, or the slide before</source>
        <translation>课程的上一步，或上一张幻灯片</translation>
    </message>
    <message>
        <source>&amp;Leave lesson or slides</source>
        <translation>离开课程或幻灯片(&amp;L)</translation>
    </message>
    <message>
        <source>Leave the lesson or the slides: your own work comes back as it was</source>
        <translation>离开课程或幻灯片：您自己的工作会原样恢复</translation>
    </message>
    <message>
        <source>&amp;Open a lesson…</source>
        <translation>打开课程(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a lesson file that you or your lecturer wrote</source>
        <translation>打开您或老师编写的课程文件</translation>
    </message>
    <message>
        <source>&amp;Point</source>
        <translation>点(&amp;P)</translation>
    </message>
    <message>
        <source>In the region: click to add a sample, drag one to move it, right-click it for more</source>
        <translation>在判决域中：单击添加样本，拖动移动样本，右键单击打开菜单</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>画笔(&amp;B)</translation>
    </message>
    <message>
        <source>In the region: drag to lay down samples of the chosen class</source>
        <translation>在判决域中：拖动，沿途放置所选类别的样本</translation>
    </message>
    <message>
        <source>&amp;Spray</source>
        <translation>喷枪(&amp;S)</translation>
    </message>
    <message>
        <source>In the region: hold the button down to keep adding samples of the chosen class</source>
        <translation>在判决域中：按住鼠标键，不断添加所选类别的样本</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>橡皮擦(&amp;E)</translation>
    </message>
    <message>
        <source>In the region: drag to remove the samples under the circle</source>
        <translation>在判决域中：拖动，删除圆圈内的样本</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>套索(&amp;L)</translation>
    </message>
    <message>
        <source>In the region: draw a line around samples to select them, drag inside to move them</source>
        <translation>在判决域中：画线圈住样本以选中它们，在圈内拖动即可移动</translation>
    </message>
    <message>
        <source>In the region: select every sample</source>
        <translation>在判决域中：选中全部样本</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>反选(&amp;I)</translation>
    </message>
    <message>
        <source>In the region: select the samples that are not selected, and no others</source>
        <translation>在判决域中：选中未选中的样本，取消已选中的</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <source>In the region: let go of the selected samples</source>
        <translation>在判决域中：不再选中任何样本</translation>
    </message>
    <message>
        <source>&amp;Jitter</source>
        <translation>抖动(&amp;J)</translation>
    </message>
    <message>
        <source>In the region: move the selected samples, or all, a little at random</source>
        <translation>在判决域中：把选中的样本（未选时为全部）随机移动一点</translation>
    </message>
    <message>
        <source>&amp;Thin out</source>
        <translation>稀疏化(&amp;T)</translation>
    </message>
    <message>
        <source>In the region: keep half of the selected samples, or of all, in every class</source>
        <translation>在判决域中：选中的样本（未选时为全部）每类只保留一半</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>In the region: remove the selected samples</source>
        <translation>在判决域中：删除选中的样本</translation>
    </message>
    <message>
        <source>Pe&amp;n</source>
        <translation>画笔(&amp;N)</translation>
    </message>
    <message>
        <source>Draw over the window with the mouse; D in presentation mode, Esc clears</source>
        <translation>用鼠标在窗口上书写；演示模式下按 D，Esc 清除</translation>
    </message>
    <message>
        <source>&amp;Ink stays</source>
        <translation>笔迹保留(&amp;I)</translation>
    </message>
    <message>
        <source>Keep what the pen draws until Esc, instead of letting it fade</source>
        <translation>笔迹一直保留到按 Esc，而不逐渐消失</translation>
    </message>
    <message>
        <source>Sp&amp;otlight</source>
        <translation>聚光灯(&amp;O)</translation>
    </message>
    <message>
        <source>Dim the window but for a circle round the pointer, sized by the wheel; L in presentation mode</source>
        <translation>只照亮指针周围的圆，其余变暗，滚轮调节大小；演示模式下按 L</translation>
    </message>
    <message>
        <source>Blac&amp;k screen</source>
        <translation>黑屏(&amp;K)</translation>
    </message>
    <message>
        <source>Make the window black until the next key or click; B in presentation mode</source>
        <translation>窗口变黑，直到按任意键或单击；演示模式下按 B</translation>
    </message>
    <message>
        <source>P&amp;lay the run back</source>
        <translation>回放运行(&amp;L)</translation>
    </message>
    <message>
        <source>Show the run from its beginning, or from the moment on show, like a film</source>
        <translation>从头或从所显示的时刻起，像影片一样放映这次运行</translation>
    </message>
    <message>
        <source>Back to &amp;now</source>
        <translation>回到现在(&amp;N)</translation>
    </message>
    <message>
        <source>Show the present moment of the run again</source>
        <translation>重新显示运行的当前时刻</translation>
    </message>
    <message>
        <source>Boo&amp;kmark this moment…</source>
        <translation>为这一时刻加书签(&amp;K)…</translation>
    </message>
    <message>
        <source>Mark the moment on show on the timeline, with a note, to find it again</source>
        <translation>在时间轴上标记所显示的时刻并附注，以便再次找到</translation>
    </message>
    <message>
        <source>One card &amp;alone</source>
        <translation>单独显示一个面板(&amp;A)</translation>
    </message>
    <message>
        <source>Show the card under the mouse, or with the focus, over the whole workbench; a double click on its title does so too</source>
        <translation>把鼠标所在或获得焦点的面板铺满整个工作台；双击标题也可以</translation>
    </message>
    <message>
        <source>&amp;Hide the answer</source>
        <translation>隐藏答案(&amp;H)</translation>
    </message>
    <message>
        <source>Cover desired outputs, outputs, right and wrong, and the region; a click on a row of the table uncovers that row</source>
        <translation>遮住期望输出、输出、正误和判决域；单击表中的一行可揭开该行</translation>
    </message>
    <message>
        <source>Look &amp;inside</source>
        <translation>看内部(&amp;I)</translation>
    </message>
    <message>
        <source>One training step under the microscope: formulas, code, gradient check</source>
        <translation>把一步训练放到显微镜下：公式、代码、梯度检验</translation>
    </message>
    <message>
        <source>&amp;Why does it not learn?</source>
        <translation>为什么学不会(&amp;W)？</translation>
    </message>
    <message>
        <source>Show what was measured of a run that does not get on, and what helps</source>
        <translation>显示训练没有进展时的测量结果，以及解决办法</translation>
    </message>
    <message>
        <source>&amp;Keep this moment as a slide</source>
        <translation>将此刻保留为幻灯片(&amp;K)</translation>
    </message>
    <message>
        <source>Add what the window shows now to the list of slides: project, run, cards, moment</source>
        <translation>把窗口现在显示的内容加入幻灯片列表：项目、运行、面板、时刻</translation>
    </message>
    <message>
        <source>&amp;Slides…</source>
        <translation>幻灯片(&amp;S)…</translation>
    </message>
    <message>
        <source>The list of slides: their order and names, saving and opening</source>
        <translation>幻灯片列表：顺序与名称，保存与打开</translation>
    </message>
    <message>
        <source>S&amp;how the slides</source>
        <translation>放映幻灯片(&amp;H)</translation>
    </message>
    <message>
        <source>Walk through the slides from the first one; Page Down leads on, Page Up back</source>
        <translation>从第一张幻灯片开始放映；Page Down 前进，Page Up 后退</translation>
    </message>
    <message>
        <source>&amp;Error surface</source>
        <translation>误差曲面(&amp;E)</translation>
    </message>
    <message>
        <source>The error over two weights or directions, and the path of the run on it</source>
        <translation>误差随两个权值或两个方向的变化，以及训练在其上走过的路径</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>Let two to nine networks or settings race on the same data</source>
        <translation>让二至九个网络或设置在同样的数据上竞赛</translation>
    </message>
    <message>
        <source>How &amp;often</source>
        <translation>成功率(&amp;O)</translation>
    </message>
    <message>
        <source>Train from many random starts: how often it succeeds, where the others end</source>
        <translation>从许多随机初值训练：多少成功，其余的停在哪里</translation>
    </message>
    <message>
        <source>Try &amp;many starts</source>
        <translation>试许多初值(&amp;M)</translation>
    </message>
    <message>
        <source>Count from many random starts how often training succeeds</source>
        <translation>用许多随机初值统计训练成功的比例</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>窗口导览(&amp;T)</translation>
    </message>
    <message>
        <source>Five stops at the parts of the window, a sentence each</source>
        <translation>依次介绍窗口的五个部分，各用一句话</translation>
    </message>
    <message>
        <source>Compare with this mo&amp;ment</source>
        <translation>与此刻比较(&amp;M)</translation>
    </message>
    <message>
        <source>Keep the moment on show and look at it beside others: region and maps, with what changed marked</source>
        <translation>保留所显示的时刻，与其他时刻并排查看：判决域和各神经元的小图，变化之处会标出</translation>
    </message>
</context>
<context>
    <name>AnimationDialog</name>
    <message>
        <source>Save the run as animation</source>
        <translation>把运行存为动画</translation>
    </message>
    <message>
        <source>More of the beginning</source>
        <translation>多看开头</translation>
    </message>
    <message>
        <source>Evenly over the epochs</source>
        <translation>迭代均匀经过</translation>
    </message>
    <message>
        <source>As on screen</source>
        <translation>与屏幕相同</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>What can be seen in every frame</source>
        <translation>每一帧中看到什么</translation>
    </message>
    <message>
        <source>Length in s</source>
        <translation>长度（秒）</translation>
    </message>
    <message>
        <source>How long the animation lasts</source>
        <translation>动画持续多久</translation>
    </message>
    <message>
        <source>Frames per s</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>More make it smoother and the file larger</source>
        <translation>越多越流畅，文件也越大</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Width in pixels; the height follows</source>
        <translation>以像素计的宽度；高度随之而定</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>A network learns most at the beginning, and later only polishes</source>
        <translation>网络在开头学得最多，以后只是打磨</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>The window&apos;s colours, or the light ones</source>
        <translation>窗口的颜色，或浅色</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>到结尾后重新开始</translation>
    </message>
    <message>
        <source>Off: it plays once and stays at the end of the run</source>
        <translation>关闭：只播放一次，停在运行的结尾</translation>
    </message>
    <message>
        <source>How much of the animation is made</source>
        <translation>动画做好了多少</translation>
    </message>
    <message>
        <source>The last frame</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Choose a place and make the animation</source>
        <translation>选择位置并制作动画</translation>
    </message>
    <message>
        <source>Given up; no file was written.</source>
        <translation>已放弃；没有写出文件。</translation>
    </message>
    <message>
        <source>{frames} frames of {width} × {height} pixels, from epoch {first} to {last}</source>
        <translation>{frames} 帧，{width} × {height} 像素，从迭代 {first} 到 {last}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Give the animation up; no file stays</source>
        <translation>放弃动画；不留文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存就关闭</translation>
    </message>
    <message>
        <source>Making the animation …</source>
        <translation>正在制作动画…</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>已保存为 {path}。</translation>
    </message>
</context>
<context>
    <name>AnimationOffers</name>
    <message>
        <source>Error curve</source>
        <translation>误差曲线</translation>
    </message>
    <message>
        <source>Region and error curve</source>
        <translation>判决域和误差曲线</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>判决域</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>迭代 {epoch}</translation>
    </message>
    <message>
        <source>Epoch {epoch} · mean error {error}</source>
        <translation>迭代 {epoch} · 平均误差 {error}</translation>
    </message>
</context>
<context>
    <name>AnimationSaving</name>
    <message>
        <source>Saved as {path}.</source>
        <translation>已保存为 {path}。</translation>
    </message>
    <message>
        <source>There is no run to show yet: train first.</source>
        <translation>还没有可显示的运行：请先训练。</translation>
    </message>
    <message>
        <source>This run has no film: its network is too large to keep its moments, or the file is an old one.</source>
        <translation>这次运行没有留下各个时刻：网络太大无法保留，或文件是旧的。</translation>
    </message>
</context>
<context>
    <name>ArrayDelegate</name>
    <message>
        <source>Numbers of the array</source>
        <translation>数组中的数</translation>
    </message>
</context>
<context>
    <name>Autosaver</name>
    <message>
        <source>Until you save, a crash would cost your work: {problem}</source>
        <translation>在您保存之前，程序崩溃会使工作丢失：{problem}</translation>
    </message>
</context>
<context>
    <name>AxisFields</name>
    <message>
        <source>Vary</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>and</source>
        <translation>以及</translation>
    </message>
    <message>
        <source>Setting to vary, {number}</source>
        <translation>要改变的设置 {number}</translation>
    </message>
    <message>
        <source>Try the starts with several values of a setting: a curve for one setting, a map for two</source>
        <translation>用某个设置的几个值分别试这些初值：一个设置画成曲线，两个画成图</translation>
    </message>
    <message>
        <source>Values of the setting, {number}</source>
        <translation>设置 {number} 的值</translation>
    </message>
    <message>
        <source>The values, with commas between them; batch size 0 is the whole set</source>
        <translation>各个值，以逗号分隔；批大小为 0 表示整个样本集</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不改变</translation>
    </message>
    <message>
        <source>The values of a setting are numbers, with commas between them.</source>
        <translation>设置的值应为数字，以逗号分隔。</translation>
    </message>
</context>
<context>
    <name>BackPropagationFeature</name>
    <message>
        <source>Activation functions</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>What is to be seen at epoch {epoch}?</source>
        <translation>第 {epoch} 次迭代处有什么可看？</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>迭代 {epoch}</translation>
    </message>
    <message>
        <source>Remove the bookmark here</source>
        <translation>删除此处的书签</translation>
    </message>
</context>
<context>
    <name>BoundaryLines</name>
    <message>
        <source>Where lines are drawn, arrow keys move the chosen one, with Shift they turn it, L chooses the next, F flips it and C brings it into the middle.</source>
        <translation>画出边界线时，方向键移动所选的线，加 Shift 转动，L 选下一条，F 翻转，C 移到中间。</translation>
    </message>
    <message>
        <source>Flip the line</source>
        <translation>翻转边界线</translation>
    </message>
    <message>
        <source>Bring the line into the middle</source>
        <translation>把边界线移到中间</translation>
    </message>
    <message>
        <source>Hide the lines</source>
        <translation>隐藏边界线</translation>
    </message>
    <message>
        <source>A weight of {name} is locked; unlock it to flip the line.</source>
        <translation>{name} 的一个权值已锁定；解锁后才能翻转边界线。</translation>
    </message>
    <message>
        <source>{bias} of {name} is locked; unlock it to move the line.</source>
        <translation>{name} 的 {bias} 已锁定；解锁后才能移动边界线。</translation>
    </message>
    <message>
        <source>Move the line of {name}</source>
        <translation>移动 {name} 的边界线</translation>
    </message>
    <message>
        <source>Turn the line of {name}</source>
        <translation>转动 {name} 的边界线</translation>
    </message>
    <message>
        <source>Flip the line of {name}</source>
        <translation>翻转 {name} 的边界线</translation>
    </message>
    <message>
        <source>The arrow is w in the units of the axes, dashed where its length does not fit the picture.</source>
        <translation>箭头是以坐标轴单位画出的 w；图中放不下它的长度时为虚线。</translation>
    </message>
    <message>
        <source>On the line net = 0, and {name} fires: {value}.</source>
        <translation>在线上净输入 = 0，{name} 被激活，输出 {value}。</translation>
    </message>
    <message>
        <source>On the line net = {level}, and {name} = {value}.</source>
        <translation>在线上净输入 = {level}，{name} = {value}。</translation>
    </message>
    <message>
        <source>The line of {name}: {equation}. {firing} Drag to move it, its ends or Shift-drag to turn it, F flips it.</source>
        <translation>{name} 的边界线：{equation}。{firing}拖动可移动，拖两端或按住 Shift 拖动可转动，F 键翻转。</translation>
    </message>
    <message>
        <source>The line of {name}: {equation}. {firing} Drag to move it.</source>
        <translation>{name} 的边界线：{equation}。{firing}拖动可移动。</translation>
    </message>
    <message>
        <source>outside the picture</source>
        <translation>在图外</translation>
    </message>
    <message>
        <source>In the units of the data; the network&apos;s own weights belong to the scaled inputs.</source>
        <translation>按数据自身的单位写出；网络自己的权值对应缩放后的输入。</translation>
    </message>
    <message>
        <source>no line: w = 0 and {bias}, so it fires everywhere</source>
        <translation>没有边界线：w = 0，{bias}，处处被激活</translation>
    </message>
    <message>
        <source>no line: w = 0 and {bias}, so it never fires</source>
        <translation>没有边界线：w = 0，{bias}，从不被激活</translation>
    </message>
</context>
<context>
    <name>Branching</name>
    <message>
        <source>This is now: Train goes on from here. Drag the timeline back first.</source>
        <translation>这就是现在：训练从这里继续。请您先把时间轴拖回去。</translation>
    </message>
    <message>
        <source>This moment is still being found; wait until its numbers are there.</source>
        <translation>正在找回这一时刻；请您等数字出现。</translation>
    </message>
    <message>
        <source>An older Perceptra saved this moment without what training goes on from; it can be looked at.</source>
        <translation>旧版 Perceptra 保存这一时刻时没有保存继续训练所需的内容；只能查看。</translation>
    </message>
    <message>
        <source>Train goes on from epoch {epoch} now. The run up to epoch {last} stays as {name}; undo: {key}.</source>
        <translation>现在“训练”将从第 {epoch} 次迭代继续。到第 {last} 次迭代为止的运行保留为“{name}”；撤销：{key}。</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Function curve</source>
        <translation>函数曲线</translation>
    </message>
    <message>
        <source>Decision region</source>
        <translation>判决域</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Error curve</source>
        <translation>误差曲线</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Error curves</source>
        <translation>误差曲线</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Draw the error on a logarithmic scale</source>
        <translation>用对数刻度画误差</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>CheckModel</name>
    <message>
        <source>derivative</source>
        <translation>偏导数</translation>
    </message>
    <message>
        <source>back-propagation</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>finite differences</source>
        <translation>有限差分</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>相差</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>The network has more than {count} parameters, and each would take two passes.</source>
        <translation>网络的参数多于 {count} 个，而每个参数都要计算两遍。</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>梯度检验</translation>
    </message>
    <message>
        <source>Derivatives of the error, computed in two ways</source>
        <translation>用两种方法计算的误差偏导数</translation>
    </message>
    <message>
        <source>Back-propagation against (E(w + h) − E(w − h)) / 2h; pointing at a number shows every digit</source>
        <translation>反向传播与 (E(w + h) − E(w − h)) / 2h 对照；指向一个数，可看到它的全部数位</translation>
    </message>
    <message>
        <source>Nothing to compare: the network&apos;s numbers are too large.</source>
        <translation>无从比较：网络中的数值过大。</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>They agree: the largest relative difference is {share}.</source>
        <translation>两者一致：最大相对误差为 {share}。</translation>
    </message>
    <message>
        <source>The largest relative difference is {share}. Beside a kink, as of ReLU at 0, both may be right.</source>
        <translation>最大相对误差为 {share}。在折点旁边（例如 ReLU 在 0 处），两者可能都对。</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>Unit on the horizontal axis</source>
        <translation>横轴上的神经元</translation>
    </message>
    <message>
        <source>Unit on the vertical axis</source>
        <translation>纵轴上的神经元</translation>
    </message>
    <message>
        <source>A third unit: the samples stand in space</source>
        <translation>第三个神经元：样本位于空间中</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The layer whose outputs are the axes</source>
        <translation>以哪一层的输出作为坐标轴</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Lines of these units</source>
        <translation>这些神经元的直线</translation>
    </message>
    <message>
        <source>On the plane of the inputs: where each unit is at its threshold, and in the first layer its normal w</source>
        <translation>在输入平面上：每个神经元在哪里达到阈值；第一层还有其法向量 w</translation>
    </message>
</context>
<context>
    <name>ClassBar</name>
    <message>
        <source>New class</source>
        <translation>新的类别</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>{name}: a click in the plot places a point of this class (key {key})</source>
        <translation>{name}：在图中单击即放置这一类的点（按键 {key}）</translation>
    </message>
    <message>
        <source>More controls of the region</source>
        <translation>判决域的更多控件</translation>
    </message>
    <message>
        <source>Hard edges</source>
        <translation>硬边界</translation>
    </message>
    <message>
        <source>Paint each side of the border in one flat colour instead of shades</source>
        <translation>边界两侧各用一种纯色，不用渐变</translation>
    </message>
    <message>
        <source>Output shown</source>
        <translation>显示的输出</translation>
    </message>
    <message>
        <source>The output that the region shows</source>
        <translation>判决域所显示的输出</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>The network decides wrongly for this sample</source>
        <translation>网络对这个样本判断错误</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>A test sample: the network does not learn it</source>
        <translation>测试样本：网络不学习它</translation>
    </message>
    <message>
        <source>A sample that lies far from the slice shown, in an input that is on no axis</source>
        <translation>样本在未显示的输入上离当前截面较远</translation>
    </message>
    <message>
        <source>off slice</source>
        <translation>截面外</translation>
    </message>
    <message>
        <source>Every sample is shown where it stands nearest to this plane; the colours are the network&apos;s answers on the plane itself, its rings those to the sample. Points are added and moved with two inputs as axes.</source>
        <translation>每个样本显示在平面上离它最近的位置；颜色是网络在平面上的输出，圆圈则是对样本本身的判断。要添加或移动点，请选择两个输入作为坐标轴。</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>{drawn} of {total} points drawn</source>
        <translation>共 {total} 个点，已绘制 {drawn} 个</translation>
    </message>
    <message>
        <source>An even choice of the samples, so that drawing stays quick</source>
        <translation>均匀选取部分样本，使绘图保持流畅</translation>
    </message>
</context>
<context>
    <name>CodeModel</name>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>The step as code</source>
        <translation>用代码写出的一步</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>What x holds: the sample of the microscope, those of the next update, or all</source>
        <translation>x 中放什么：显微镜下的样本、下一次更新所用的样本，或全部样本</translation>
    </message>
    <message>
        <source>Line back</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>To the line before (Up in the table)</source>
        <translation>到上一行（在表中按 ↑）</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>To the next line (Down in the table)</source>
        <translation>到下一行（在表中按 ↓）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy these lines; File ▸ Export the network writes them with the data</source>
        <translation>复制这些行；“文件 ▸ 导出网络”会连同数据一起写出</translation>
    </message>
    <message>
        <source>x: this sample</source>
        <translation>x：这个样本</translation>
    </message>
    <message>
        <source>x: the next batch</source>
        <translation>x：下一批样本</translation>
    </message>
    <message>
        <source>x: all samples</source>
        <translation>x：全部样本</translation>
    </message>
    <message>
        <source>Lines of the step</source>
        <translation>这一步的各行代码</translation>
    </message>
    <message>
        <source>Up and Down go from line to line; pointing at a value shows the whole matrix</source>
        <translation>用 ↑ 和 ↓ 逐行移动；指向一个值，可看到整个矩阵</translation>
    </message>
    <message>
        <source>Change numbers alone: commas, brackets and how many there are stay.</source>
        <translation>请只改数值：逗号、括号和数的个数保持不变。</translation>
    </message>
</context>
<context>
    <name>CodeSpace</name>
    <message>
        <source>Hidden space</source>
        <translation>隐层空间</translation>
    </message>
</context>
<context>
    <name>CodeTexts</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>{section}: {what}</source>
        <translation>{section}：{what}</translation>
    </message>
    <message>
        <source>as they stand now; a double click on the numbers changes them.</source>
        <translation>此刻的值；双击这些数即可修改。</translation>
    </message>
    <message>
        <source>the parameters change as the training rule says.</source>
        <translation>参数按训练规则改变。</translation>
    </message>
    <message>
        <source>the gradient of the mean error, an array for each parameter.</source>
        <translation>平均误差的梯度，每个参数一个数组。</translation>
    </message>
    <message>
        <source>the error, summed over the samples in x.</source>
        <translation>误差，对 x 中的样本求和。</translation>
    </message>
    <message>
        <source>the inputs are what feeds the first layer.</source>
        <translation>输入就是送入第一层的值。</translation>
    </message>
    <message>
        <source>how far the inputs are from each centre of layer {number}.</source>
        <translation>输入与第 {number} 层各中心之差。</translation>
    </message>
    <message>
        <source>the net inputs of layer {number}.</source>
        <translation>第 {number} 层的净输入。</translation>
    </message>
    <message>
        <source>the outputs of layer {number}, f(net).</source>
        <translation>第 {number} 层的输出 f(net)。</translation>
    </message>
    <message>
        <source>δ = −∂E/∂net of layer {number}.</source>
        <translation>第 {number} 层的 δ = −∂E/∂net。</translation>
    </message>
    <message>
        <source>the mean over the samples.</source>
        <translation>对样本求平均。</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Change the data settings</source>
        <translation>更改数据设置</translation>
    </message>
    <message>
        <source>Choose other data</source>
        <translation>选择其他数据</translation>
    </message>
    <message>
        <source>Add a point</source>
        <translation>添加一个点</translation>
    </message>
    <message>
        <source>Move a point</source>
        <translation>移动一个点</translation>
    </message>
    <message>
        <source>Remove a point</source>
        <translation>删除一个点</translation>
    </message>
    <message>
        <source>Edit the truth table</source>
        <translation>编辑真值表</translation>
    </message>
    <message>
        <source>Add a layer of {units} units</source>
        <translation>添加一个 {units} 个神经元的隐层</translation>
    </message>
    <message>
        <source>Remove hidden layer {number}</source>
        <translation>删除第 {number} 隐层</translation>
    </message>
    <message>
        <source>Remove {count} layers</source>
        <translation>移除 {count} 个层</translation>
    </message>
    <message>
        <source>Cut out layers</source>
        <translation>剪切层</translation>
    </message>
    <message>
        <source>Move hidden layer {number} to place {place}</source>
        <translation>把第 {number} 隐层移到第 {place} 位</translation>
    </message>
    <message>
        <source>Give layer {number} {units} units</source>
        <translation>把第 {number} 层设为 {units} 个神经元</translation>
    </message>
    <message>
        <source>Remove a unit</source>
        <translation>移除一个神经元</translation>
    </message>
    <message>
        <source>Remove {count} units</source>
        <translation>移除 {count} 个神经元</translation>
    </message>
    <message>
        <source>Paste layers</source>
        <translation>粘贴层</translation>
    </message>
    <message>
        <source>Duplicate layers</source>
        <translation>复制并插入层</translation>
    </message>
    <message>
        <source>Take over a ready network</source>
        <translation>采用现成网络</translation>
    </message>
    <message>
        <source>Set the activation of layer {number} to {activation}</source>
        <translation>把第 {number} 层的激活函数设为 {activation}</translation>
    </message>
    <message>
        <source>Change how the start is drawn</source>
        <translation>更改初始权值的取法</translation>
    </message>
    <message>
        <source>Change the initial range</source>
        <translation>更改初始范围</translation>
    </message>
    <message>
        <source>The network now has one input, as the data have one column.</source>
        <translation>网络现在有一个输入，因为数据只有一列。</translation>
    </message>
    <message>
        <source>The network now has {inputs} inputs, as many as the data have columns.</source>
        <translation>网络现在有 {inputs} 个输入，与数据的列数相同。</translation>
    </message>
    <message>
        <source>The output layer now has {units} {activation} units because the data have {n_classes} classes.</source>
        <translation>数据有 {n_classes} 个类别，因此输出层现在有 {units} 个 {activation} 神经元。</translation>
    </message>
    <message>
        <source>The output layer now has {units} {activation} units because the targets are real numbers.</source>
        <translation>期望输出是实数，因此输出层现在有 {units} 个 {activation} 神经元。</translation>
    </message>
    <message>
        <source>The output layer now is one {activation} unit, which suits the targets.</source>
        <translation>为适合期望输出，输出层现在是一个 {activation} 神经元。</translation>
    </message>
    <message>
        <source>The output layer now has {units} {activation} units, which suit the targets.</source>
        <translation>为适合期望输出，输出层现在有 {units} 个 {activation} 神经元。</translation>
    </message>
    <message>
        <source>Hidden layer {number} now has {activation} units: {rule} cannot train {previous} units.</source>
        <translation>第 {number} 隐层现在使用 {activation} 神经元：{rule}无法训练 {previous} 神经元。</translation>
    </message>
    <message>
        <source>The output layer now has {activation} units: set the weights by hand, no rule can train them here.</source>
        <translation>输出层现在是 {activation} 神经元：请手工设定权值，此处没有规则能训练它们。</translation>
    </message>
    <message>
        <source>Hidden layer {number} now has {activation} units: set the weights by hand, no rule can train them.</source>
        <translation>隐层 {number} 现在是 {activation} 神经元：请手工设定权值，没有规则能训练它们。</translation>
    </message>
    <message>
        <source>The training rule now is {rule}, since {previous} cannot train this network on these data.</source>
        <translation>训练规则现在是{rule}，因为{previous}无法用这些数据训练这个网络。</translation>
    </message>
    <message>
        <source>The error now is {loss}, which suits these outputs and targets better than {previous}.</source>
        <translation>误差现在是{loss}，它比{previous}更适合这些输出和期望输出。</translation>
    </message>
    <message>
        <source>A batch now is the whole set, as {rule} needs it.</source>
        <translation>每批现在是全部样本，这是{rule}的要求。</translation>
    </message>
    <message>
        <source>A batch now is one sample, as {rule} needs it.</source>
        <translation>每批现在是一个样本，这是{rule}的要求。</translation>
    </message>
    <message>
        <source>These data cannot have the features {names}; they were left out.</source>
        <translation>这些数据不能有特征 {names}；已将其去掉。</translation>
    </message>
    <message>
        <source>The samples are now your own; the settings of the data set no longer apply.</source>
        <translation>样本现在是您自己的，原数据集的设置不再起作用。</translation>
    </message>
    <message>
        <source>The network is now {sizes} with {activation} outputs, trained by {rule}: that suits these data.</source>
        <translation>网络现在是 {sizes}，输出为 {activation}，用 {rule} 训练：适合这组数据。</translation>
    </message>
    <message>
        <source>The weights so far were replaced by ones drawn from seed {seed}.</source>
        <translation>原有的权值已换成由随机种子 {seed} 生成的权值。</translation>
    </message>
    <message>
        <source>A start was drawn from seed {seed}; what is locked or cut stayed as it was.</source>
        <translation>已用种子 {seed} 抽取新的初始值；锁定或切断的部分保持不变。</translation>
    </message>
    <message>
        <source>A start was drawn from seed {seed}; centres and widths stayed where they were placed.</source>
        <translation>已用种子 {seed} 产生新的初值；中心和宽度保持原位。</translation>
    </message>
    <message>
        <source>The output layer is linear now, since least squares solves for linear outputs.</source>
        <translation>输出层现为线性，因为最小二乘求解的是线性输出。</translation>
    </message>
    <message>
        <source>Softmax belongs to the output layer; among the hidden layers the copy has sigmoid units.</source>
        <translation>Softmax 只用于输出层；粘贴到隐层的副本改用 Sigmoid 神经元。</translation>
    </message>
    <message>
        <source>New start</source>
        <translation>新的初始值</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Change the training settings</source>
        <translation>更改训练设置</translation>
    </message>
    <message>
        <source>Train by {rule}</source>
        <translation>改用{rule}训练</translation>
    </message>
    <message>
        <source>Measure the error by {loss}</source>
        <translation>改用{loss}衡量误差</translation>
    </message>
    <message>
        <source>Set the learning rate to {value}</source>
        <translation>把学习率设为 {value}</translation>
    </message>
    <message>
        <source>Change the batch size</source>
        <translation>更改批量大小</translation>
    </message>
    <message>
        <source>Set the momentum to {value}</source>
        <translation>把动量设为 {value}</translation>
    </message>
    <message>
        <source>Set the L1 penalty to {value}</source>
        <translation>把 L1 惩罚设为 {value}</translation>
    </message>
    <message>
        <source>Set the L2 penalty to {value}</source>
        <translation>把 L2 惩罚设为 {value}</translation>
    </message>
    <message>
        <source>Change the order of the samples</source>
        <translation>更改样本的顺序</translation>
    </message>
    <message>
        <source>Set the seed to {value}</source>
        <translation>把随机种子设为 {value}</translation>
    </message>
    <message>
        <source>Change the limit of epochs</source>
        <translation>更改迭代次数上限</translation>
    </message>
    <message>
        <source>Change the target error</source>
        <translation>更改目标误差</translation>
    </message>
    <message>
        <source>Change when training stops</source>
        <translation>更改训练停止的条件</translation>
    </message>
    <message>
        <source>Change how often the error is measured</source>
        <translation>更改计算误差的间隔</translation>
    </message>
    <message>
        <source>Change the milestones</source>
        <translation>修改里程碑</translation>
    </message>
    <message>
        <source>Make an RBF network</source>
        <translation>建立 RBF 网络</translation>
    </message>
    <message>
        <source>Place the centres</source>
        <translation>放置中心</translation>
    </message>
    <message>
        <source>Set the widths</source>
        <translation>设定宽度</translation>
    </message>
    <message>
        <source>Solve for the output weights</source>
        <translation>求解输出权值</translation>
    </message>
    <message>
        <source>Train everything</source>
        <translation>训练全部参数</translation>
    </message>
    <message>
        <source>Train the output only</source>
        <translation>只训练输出层</translation>
    </message>
    <message>
        <source>Move centre {number}</source>
        <translation>移动中心 {number}</translation>
    </message>
    <message>
        <source>Set width {number}</source>
        <translation>设定宽度 {number}</translation>
    </message>
    <message>
        <source>Type the start weights</source>
        <translation>输入初始权值</translation>
    </message>
    <message>
        <source>Set {name}</source>
        <translation>设定 {name}</translation>
    </message>
    <message>
        <source>Lock {name}</source>
        <translation>锁定 {name}</translation>
    </message>
    <message>
        <source>Unlock {name}</source>
        <translation>解锁 {name}</translation>
    </message>
    <message>
        <source>Cut {name}</source>
        <translation>切断 {name}</translation>
    </message>
    <message>
        <source>Keep a run</source>
        <translation>保留训练</translation>
    </message>
    <message>
        <source>Keep {count} runs</source>
        <translation>保存 {count} 次训练</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>恢复 {name}</translation>
    </message>
    <message>
        <source>Go on from epoch {epoch}</source>
        <translation>从第 {epoch} 次迭代继续</translation>
    </message>
    <message>
        <source>Open the start of seed {seed}</source>
        <translation>打开种子 {seed} 的初值</translation>
    </message>
    <message>
        <source>Rename a run</source>
        <translation>重命名训练</translation>
    </message>
    <message>
        <source>Delete a run</source>
        <translation>删除训练</translation>
    </message>
    <message>
        <source>Delete {count} runs</source>
        <translation>删除 {count} 次训练</translation>
    </message>
    <message>
        <source>Write notes</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>Randomise {name}</source>
        <translation>随机化 {name}</translation>
    </message>
    <message>
        <source>Set {name} to zero</source>
        <translation>将 {name} 置零</translation>
    </message>
    <message>
        <source>Negate {name}</source>
        <translation>{name} 取反</translation>
    </message>
    <message>
        <source>Multiply {name} by {factor}</source>
        <translation>{name} 乘以 {factor}</translation>
    </message>
    <message>
        <source>Take over the lecture&apos;s network</source>
        <translation>采用讲义中的网络</translation>
    </message>
    <message>
        <source>Remove points</source>
        <translation>删除一些点</translation>
    </message>
    <message>
        <source>Change the class of points</source>
        <translation>改变一些点的类别</translation>
    </message>
    <message>
        <source>Jitter points</source>
        <translation>抖动一些点</translation>
    </message>
    <message>
        <source>Thin out points</source>
        <translation>稀疏化一些点</translation>
    </message>
    <message>
        <source>Edit a sample</source>
        <translation>编辑样本</translation>
    </message>
    <message>
        <source>Add a sample</source>
        <translation>添加样本</translation>
    </message>
    <message>
        <source>Paste samples</source>
        <translation>粘贴样本</translation>
    </message>
    <message>
        <source>Remove samples</source>
        <translation>移除样本</translation>
    </message>
    <message>
        <source>Keep samples for testing</source>
        <translation>将样本留作测试</translation>
    </message>
    <message>
        <source>Train on test samples</source>
        <translation>用测试样本训练</translation>
    </message>
    <message>
        <source>Shape the data</source>
        <translation>数据预处理</translation>
    </message>
    <message>
        <source>Take test data from {name}</source>
        <translation>从 {name} 取测试集</translation>
    </message>
    <message>
        <source>Set the decay of the learning rate to {value}</source>
        <translation>把学习率衰减设为 {value}</translation>
    </message>
    <message>
        <source>Bookmark at epoch {epoch}</source>
        <translation>在第 {epoch} 次迭代加书签</translation>
    </message>
    <message>
        <source>Remove the bookmark at epoch {epoch}</source>
        <translation>删除第 {epoch} 次迭代的书签</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>No hidden layer</source>
        <translation>无隐层</translation>
    </message>
    <message>
        <source>One hidden layer</source>
        <translation>单隐层</translation>
    </message>
    <message>
        <source>Two hidden layers</source>
        <translation>双隐层</translation>
    </message>
    <message>
        <source>RBF</source>
        <translation>RBF</translation>
    </message>
    <message>
        <source>whole set</source>
        <translation>全部样本</translation>
    </message>
    <message>
        <source>sample by sample</source>
        <translation>逐个样本</translation>
    </message>
    <message>
        <source>batches of {count}</source>
        <translation>每批 {count} 个</translation>
    </message>
    <message>
        <source>half-plane</source>
        <translation>半平面</translation>
    </message>
    <message>
        <source>convex region</source>
        <translation>凸域</translation>
    </message>
    <message>
        <source>arbitrary</source>
        <translation>任意形状</translation>
    </message>
    <message>
        <source>diverged: lower the learning rate</source>
        <translation>已发散：请减小学习率</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>无法判决</translation>
    </message>
    <message>
        <source>several outputs or values</source>
        <translation>多个输出或实数值</translation>
    </message>
    <message>
        <source>This project, varied</source>
        <translation>本项目，改变一项设置</translation>
    </message>
    <message>
        <source>Regions by depth</source>
        <translation>层数与判决域</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Activations in depth</source>
        <translation>深层网络的激活函数</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>学习规则</translation>
    </message>
    <message>
        <source>The network, data and settings of the workbench, one setting varied</source>
        <translation>工作台的网络、数据和设置，只改变其中一项</translation>
    </message>
    <message>
        <source>No hidden layer, one, two, and RBF units, on the same data</source>
        <translation>无隐层、单隐层、双隐层和 RBF 神经元，用同样的数据</translation>
    </message>
    <message>
        <source>Too small, right, too large, from the same start</source>
        <translation>过小、合适、过大，从同一起点开始</translation>
    </message>
    <message>
        <source>Without momentum and with it, from the same start</source>
        <translation>无动量与有动量，从同一起点开始</translation>
    </message>
    <message>
        <source>Sigmoid against tanh against ReLU in four hidden layers</source>
        <translation>四个隐层中 sigmoid、tanh 与 ReLU 的较量</translation>
    </message>
    <message>
        <source>Gradient descent against rules that find their own steps</source>
        <translation>梯度下降与自行调整步长的规则的较量</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>This project&apos;s data</source>
        <translation>本项目的数据</translation>
    </message>
    <message>
        <source>Two islands</source>
        <translation>两个岛</translation>
    </message>
    <message>
        <source>These contenders have different weights, and so no error surface in common.</source>
        <translation>这些参赛者的权值不同，因此没有共同的误差曲面。</translation>
    </message>
    <message>
        <source>For these contenders the same weights have different errors: each has an error surface of its own.</source>
        <translation>对这些参赛者而言，相同的权值有不同的误差：各自有自己的误差曲面。</translation>
    </message>
    <message>
        <source>The surface goes through the weights of {title}; paths beside it are projected onto it.</source>
        <translation>曲面经过“{title}”的权值；不在其上的路径是投影到它上面的。</translation>
    </message>
    <message>
        <source>Its two directions hold {share} % of the variance of all paths.</source>
        <translation>它的两个方向包含全部路径方差的 {share} %。</translation>
    </message>
    <message>
        <source>Above the error of the start, and so perhaps outside the picture: {titles}.</source>
        <translation>误差高于起点，因而可能在图外：{titles}。</translation>
    </message>
</context>
<context>
    <name>ComparisonFeature</name>
    <message>
        <source>The runs of all contenders are in the list of runs now.</source>
        <translation>所有参赛者的训练已加入训练列表。</translation>
    </message>
    <message>
        <source>{name} is in the workbench, as it stood in the race; Train goes on from there.</source>
        <translation>{name} 已按竞赛中的状态放入工作台；“训练”将从那里继续。</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Slides: the lecture&apos;s table, which holds for step units whose outputs are ANDed. Learned: the blue region, which answers 1; trained sigmoid units also learn dents and several parts.</source>
        <translation>讲义：讲义中的表格，适用于输出作“与”运算的阶跃神经元。学到：输出为 1 的蓝色区域；训练过的 sigmoid 神经元还能学会凹陷和分成几块的区域。</translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation>正在准备…</translation>
    </message>
</context>
<context>
    <name>ComputationGraphFeature</name>
    <message>
        <source>Computation graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>Select a neuron of a hidden layer or of the output in the diagram.</source>
        <translation>请在网络图中选中隐层或输出层的一个神经元。</translation>
    </message>
    <message>
        <source>There is no sample yet that could pass through the network.</source>
        <translation>还没有可以通过网络的样本。</translation>
    </message>
</context>
<context>
    <name>ComputationGraphPage</name>
    <message>
        <source>Computation graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>An expression, for example (x + y) * z</source>
        <translation>表达式，例如 (x + y) * z</translation>
    </message>
    <message>
        <source>+ − × ÷ ^ ( ), exp, log, sin, cos, tanh, sigmoid, relu, sqrt, max, min, numbers, names of variables</source>
        <translation>+ − × ÷ ^ ( )、exp、log、sin、cos、tanh、sigmoid、relu、sqrt、max、min、数、变量名</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Expressions to begin with</source>
        <translation>可以从这些表达式开始</translation>
    </message>
    <message>
        <source>my own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>Lecture: (x + y) · z</source>
        <translation>讲义：(x + y) · z</translation>
    </message>
    <message>
        <source>One sigmoid neuron with its error</source>
        <translation>一个 sigmoid 神经元及其误差</translation>
    </message>
    <message>
        <source>One value used three times</source>
        <translation>一个值用了三次</translation>
    </message>
    <message>
        <source>Cross-entropy of a neuron</source>
        <translation>神经元的交叉熵</translation>
    </message>
    <message>
        <source>A Gaussian unit (RBF)</source>
        <translation>一个高斯神经元（RBF）</translation>
    </message>
    <message>
        <source>A maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Graph of the expression</source>
        <translation>表达式的计算图</translation>
    </message>
    <message>
        <source>Drag to move, Ctrl and the wheel to zoom, double click to fit</source>
        <translation>拖动可移动，Ctrl 加滚轮可缩放，双击显示全图</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to before the first step (Home)</source>
        <translation>回到第一步之前（Home）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Take the last step back (Left)</source>
        <translation>撤回上一步（左方向键）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>One node further (Right or Space)</source>
        <translation>前进一个节点（右方向键或空格）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All steps, forward and backward (End)</source>
        <translation>完成前向和反向的所有步骤（End）</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Show the whole graph (0)</source>
        <translation>显示整个图（0）</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>desired ↓ decided →</source>
        <translation>期望 ↓ 判断 →</translation>
    </message>
</context>
<context>
    <name>ContenderPanel</name>
    <message>
        <source>error {error} · right {right}</source>
        <translation>误差 {error} · 正确 {right}</translation>
    </message>
    <message>
        <source>Gaussian units: centres by k-means, widths by their neighbours; trained are the output weights</source>
        <translation>高斯神经元：中心由 k 均值确定，宽度由相邻中心确定；只训练输出权值</translation>
    </message>
    <message>
        <source>Sigmoid units; every weight is trained</source>
        <translation>sigmoid 神经元；训练所有权值</translation>
    </message>
    <message>
        <source>Decision region: {title}</source>
        <translation>判决域：{title}</translation>
    </message>
    <message>
        <source>What the network answers at each place; the line is the threshold</source>
        <translation>网络在每一处的输出；线是阈值所在</translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>Error (sum): {error}</source>
        <translation>误差（和）：{error}</translation>
    </message>
    <message>
        <source>Slides:</source>
        <translation>讲义：</translation>
    </message>
    <message>
        <source>Learned:</source>
        <translation>学到：</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
</context>
<context>
    <name>CurveMarks</name>
    <message>
        <source>data changed</source>
        <translation>数据已更改</translation>
    </message>
    <message>
        <source>weights set by hand</source>
        <translation>手动设定权值</translation>
    </message>
    <message>
        <source>{what} at epoch {epochs}</source>
        <translation>迭代 {epochs}：{what}</translation>
    </message>
</context>
<context>
    <name>DataFeature</name>
    <message>
        <source>&amp;1 input</source>
        <translation>&amp;1 个输入</translation>
    </message>
    <message>
        <source>&amp;{count} inputs</source>
        <translation>&amp;{count} 个输入</translation>
    </message>
    <message>
        <source>{cases} cases, each with a desired output of 0 or 1: Space in the table changes it</source>
        <translation>{cases} 种情形，每种的期望输出为 0 或 1：在表格中按空格键更改</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Click a picture to train on these data</source>
        <translation>单击一幅图，就用这组数据训练</translation>
    </message>
    <message>
        <source>All…</source>
        <translation>全部…</translation>
    </message>
    <message>
        <source>See all data sets at a glance</source>
        <translation>一览所有数据集</translation>
    </message>
    <message>
        <source>Open table…</source>
        <translation>打开表格…</translation>
    </message>
    <message>
        <source>Clear points</source>
        <translation>清除所有点</translation>
    </message>
    <message>
        <source>Remove all points and begin with an empty plane</source>
        <translation>删除所有点，从空白平面开始</translation>
    </message>
    <message>
        <source>Shape…</source>
        <translation>预处理…</translation>
    </message>
    <message>
        <source>Split off test samples, scale the inputs, let the network see derived features, add noise</source>
        <translation>划分测试样本、缩放输入、让网络看到派生特征、加入噪声</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show all settings of these data</source>
        <translation>显示这组数据的全部设置</translation>
    </message>
    <message>
        <source>Import samples from a CSV, ARFF, .npz or .xlsx file, with a preview</source>
        <translation>从 CSV、ARFF、.npz 或 .xlsx 文件导入样本，并可预览</translation>
    </message>
    <message>
        <source>Click in the decision region to add a point, drag to move it, right-click it for more.</source>
        <translation>在判决域中单击可添加点，拖动可移动，右键单击打开菜单。</translation>
    </message>
    <message>
        <source>The network sees {inputs}</source>
        <translation>网络看到 {inputs}</translation>
    </message>
    <message>
        <source>The network learns {targets}</source>
        <translation>网络学习 {targets}</translation>
    </message>
    <message>
        <source>Choose the data “{title}”</source>
        <translation>选择数据“{title}”</translation>
    </message>
    <message>
        <source>Clear all points</source>
        <translation>清除所有点</translation>
    </message>
</context>
<context>
    <name>DatasetSettings</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>How many points are drawn</source>
        <translation>生成多少个点</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>How many classes the points have</source>
        <translation>点分为几个类别</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Moves every point at random; the standard deviation, in units of the inputs</source>
        <translation>随机移动每个点；数值为标准差，单位与输入相同</translation>
    </message>
    <message>
        <source>Test share %</source>
        <translation>测试比例 %</translation>
    </message>
    <message>
        <source>The part of the samples that is kept for testing and never trained on, in percent</source>
        <translation>留作测试、从不用于训练的样本所占的百分比</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>Draws the points; the same seed gives the same points</source>
        <translation>用于生成点；种子相同，点就相同</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>How false and true are written as inputs</source>
        <translation>输入中“假”和“真”的编码</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>期望输出</translation>
    </message>
    <message>
        <source>How the two classes are written as desired outputs</source>
        <translation>期望输出中两个类别的编码</translation>
    </message>
    <message>
        <source>{low} / {high}</source>
        <translation>{low} / {high}</translation>
    </message>
</context>
<context>
    <name>Datasets</name>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>与</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>或</translation>
    </message>
    <message>
        <source>NAND</source>
        <translation>与非</translation>
    </message>
    <message>
        <source>NOR</source>
        <translation>或非</translation>
    </message>
    <message>
        <source>XNOR</source>
        <translation>同或</translation>
    </message>
    <message>
        <source>x₁</source>
        <translation>x₁</translation>
    </message>
    <message>
        <source>x₂</source>
        <translation>x₂</translation>
    </message>
    <message>
        <source>NOT x₁</source>
        <translation>非 x₁</translation>
    </message>
    <message>
        <source>NOT x₂</source>
        <translation>非 x₂</translation>
    </message>
    <message>
        <source>x₁ AND NOT x₂</source>
        <translation>x₁ 与 非 x₂</translation>
    </message>
    <message>
        <source>NOT x₁ AND x₂</source>
        <translation>非 x₁ 与 x₂</translation>
    </message>
    <message>
        <source>x₁ OR NOT x₂</source>
        <translation>x₁ 或 非 x₂</translation>
    </message>
    <message>
        <source>NOT x₁ OR x₂</source>
        <translation>非 x₁ 或 x₂</translation>
    </message>
    <message>
        <source>Always 0</source>
        <translation>恒为 0</translation>
    </message>
    <message>
        <source>Always 1</source>
        <translation>恒为 1</translation>
    </message>
    <message>
        <source>AND of three</source>
        <translation>三输入与</translation>
    </message>
    <message>
        <source>Majority of three</source>
        <translation>三输入多数</translation>
    </message>
    <message>
        <source>Parity of three</source>
        <translation>三输入奇偶</translation>
    </message>
    <message>
        <source>Lecture: three samples</source>
        <translation>讲义：三个样本</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>XOR clouds</source>
        <translation>异或点云</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>高斯点团</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>棋盘格</translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>Wines</source>
        <translation>葡萄酒</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>My truth table</source>
        <translation>我的真值表</translation>
    </message>
    <message>
        <source>Function y(x)</source>
        <translation>函数 y(x)</translation>
    </message>
    <message>
        <source>My own points</source>
        <translation>我的点</translation>
    </message>
</context>
<context>
    <name>DecisionList</name>
    <message>
        <source>Taken back: {text}</source>
        <translation>已撤回：{text}</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Decide so again</source>
        <translation>重新采用此判断</translation>
    </message>
    <message>
        <source>Take this decision back</source>
        <translation>撤回此判断</translation>
    </message>
</context>
<context>
    <name>DecisionRegionPlot</name>
    <message>
        <source>{place} → the outputs are no longer finite numbers</source>
        <translation>{place} → 输出已不是有限的数</translation>
    </message>
    <message>
        <source>{place} → {outputs}</source>
        <translation>{place} → {outputs}</translation>
    </message>
    <message>
        <source>{place} → {outputs}: {output} decides {name}</source>
        <translation>{place} → {outputs}：{output} 判为 {name}</translation>
    </message>
    <message>
        <source>{place} → {outputs}: class {name}</source>
        <translation>{place} → {outputs}：类别 {name}</translation>
    </message>
    <message>
        <source>Sample {number}: {answer}</source>
        <translation>样本 {number}：{answer}</translation>
    </message>
    <message>
        <source>Test sample {number}: {answer}</source>
        <translation>测试样本 {number}：{answer}</translation>
    </message>
    <message>
        <source>Decision region</source>
        <translation>判决域</translation>
    </message>
    <message>
        <source>Click to add a point, drag to move it, right-click it for more, Delete to remove it. The wheel zooms, a drag with the middle button or Ctrl moves the view, Home resets it. The keys B, S, E and A take brush, spray, eraser and lasso, P the point again.</source>
        <translation>单击添加一个点，拖动移动它，右键单击打开菜单，Delete 删除它。滚轮缩放，按住中键或 Ctrl 拖动可移动视图，Home 键恢复。按键 B、S、E、A 换用画笔、喷枪、橡皮擦、套索，P 换回点工具。</translation>
    </message>
    <message>
        <source>Map of {name}, output</source>
        <translation>{name} 的响应图，输出层</translation>
    </message>
    <message>
        <source>Map of {name}, hidden layer {layer}</source>
        <translation>{name} 的响应图，第 {layer} 隐层</translation>
    </message>
    <message>
        <source>Here samples are projections: choose two inputs as axes to add or move them.</source>
        <translation>这里显示的是样本的投影：要添加或移动样本，请选择两个输入作为坐标轴。</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>Samples contradict each other</source>
        <translation>样本互相矛盾</translation>
    </message>
    <message>
        <source>Not linearly separable</source>
        <translation>线性不可分</translation>
    </message>
    <message>
        <source>Too few units</source>
        <translation>神经元太少</translation>
    </message>
    <message>
        <source>Desired outputs out of reach</source>
        <translation>期望输出无法达到</translation>
    </message>
    <message>
        <source>The error grows</source>
        <translation>误差越来越大</translation>
    </message>
    <message>
        <source>Equal units</source>
        <translation>神经元彼此相同</translation>
    </message>
    <message>
        <source>Inputs of very different size</source>
        <translation>输入的大小相差悬殊</translation>
    </message>
    <message>
        <source>Units that are off</source>
        <translation>神经元不起作用</translation>
    </message>
    <message>
        <source>Saturated units</source>
        <translation>神经元饱和</translation>
    </message>
    <message>
        <source>The error measure does not suit the outputs</source>
        <translation>误差函数不适合输出</translation>
    </message>
    <message>
        <source>Penalty too large</source>
        <translation>惩罚项太大</translation>
    </message>
    <message>
        <source>Learning rate too small</source>
        <translation>学习率太小</translation>
    </message>
    <message>
        <source>The error swings</source>
        <translation>误差来回波动</translation>
    </message>
    <message>
        <source>On a plateau</source>
        <translation>停在平台上</translation>
    </message>
    <message>
        <source>In a local minimum</source>
        <translation>陷入局部极小点</translation>
    </message>
    <message>
        <source>share of what is wrong</source>
        <translation>占错误的比例</translation>
    </message>
    <message>
        <source>least mean error per sample possible</source>
        <translation>每个样本的平均误差最小可能是</translation>
    </message>
    <message>
        <source>change of the error between evaluations, as a share</source>
        <translation>相邻两次评估之间误差的相对变化</translation>
    </message>
    <message>
        <source>lowest error found on ways from here</source>
        <translation>从这里出发找到的最小误差</translation>
    </message>
    <message>
        <source>outputs can be</source>
        <translation>输出的范围</translation>
    </message>
    <message>
        <source>desired outputs</source>
        <translation>期望输出</translation>
    </message>
    <message>
        <source>mean error per sample</source>
        <translation>每个样本的平均误差</translation>
    </message>
    <message>
        <source>mean error at a start</source>
        <translation>初始时的平均误差</translation>
    </message>
    <message>
        <source>mean error of always answering the mean</source>
        <translation>总以平均值作答时的平均误差</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>the error rose</source>
        <translation>误差上升次数</translation>
    </message>
    <message>
        <source>the error fell</source>
        <translation>误差下降次数</translation>
    </message>
    <message>
        <source>swing, as a share of the error</source>
        <translation>波动幅度（相对于误差）</translation>
    </message>
    <message>
        <source>largest value of an input</source>
        <translation>输入的最大值</translation>
    </message>
    <message>
        <source>largest value of the smallest input</source>
        <translation>最小的输入的最大值</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 惩罚项</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 惩罚项</translation>
    </message>
    <message>
        <source>mean error with a smaller penalty</source>
        <translation>惩罚项较小时的平均误差</translation>
    </message>
    <message>
        <source>largest weight</source>
        <translation>最大的权值</translation>
    </message>
    <message>
        <source>learning rate that was tried</source>
        <translation>试用的学习率</translation>
    </message>
    <message>
        <source>fall of the error with it, as a share</source>
        <translation>用它时误差下降的比例</translation>
    </message>
    <message>
        <source>fall of the error without it, as a share</source>
        <translation>不用它时误差下降的比例</translation>
    </message>
    <message>
        <source>equal units</source>
        <translation>相同的神经元</translation>
    </message>
    <message>
        <source>share of the units of a layer</source>
        <translation>占一层神经元的比例</translation>
    </message>
    <message>
        <source>largest net input of each</source>
        <translation>各自最大的净输入</translation>
    </message>
    <message>
        <source>share of the slopes f′ near 0</source>
        <translation>导数 f′ 接近 0 的比例</translation>
    </message>
    <message>
        <source>median slope f′, as a share of the steepest</source>
        <translation>导数 f′ 的中位数（相对于最大值）</translation>
    </message>
    <message>
        <source>largest net input</source>
        <translation>最大的净输入</translation>
    </message>
    <message>
        <source>largest slope f′ there</source>
        <translation>那里最大的导数 f′</translation>
    </message>
    <message>
        <source>length of the gradient</source>
        <translation>梯度的长度</translation>
    </message>
    <message>
        <source>smallest curvature of the error</source>
        <translation>误差的最小曲率</translation>
    </message>
    <message>
        <source>largest curvature of the error</source>
        <translation>误差的最大曲率</translation>
    </message>
    <message>
        <source>lowest error of a trial elsewhere</source>
        <translation>在别处试算得到的最小误差</translation>
    </message>
    <message>
        <source>outputs for these samples</source>
        <translation>这些样本的输出</translation>
    </message>
    <message>
        <source>{name}: {figures}.</source>
        <translation>{name}：{figures}。</translation>
    </message>
    <message>
        <source>{figures}.</source>
        <translation>{figures}。</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>units (layer.unit)</source>
        <translation>神经元（层.序号）</translation>
    </message>
</context>
<context>
    <name>DiagnosisDialog</name>
    <message>
        <source>Why it does not learn</source>
        <translation>为什么学不会</translation>
    </message>
</context>
<context>
    <name>DiagnosisFeature</name>
    <message>
        <source>The program has found out why this run does not learn. Find it yourself first.</source>
        <translation>程序已经找出这次训练学不会的原因。请您先自己找一找。</translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation>告诉我</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>Hidden layer {number}</source>
        <translation>第 {number} 隐层</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Hidden {number}</source>
        <translation>隐层 {number}</translation>
    </message>
    <message>
        <source>In</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>H{number}</source>
        <translation>隐 {number}</translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation>{count} 个输入</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count} 个神经元</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Bipolar sigmoid</source>
        <translation>双极性 Sigmoid</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>带泄漏 ReLU</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Gaussian (RBF)</source>
        <translation>高斯 (RBF)</translation>
    </message>
    <message>
        <source>Sign (±1)</source>
        <translation>符号 (±1)</translation>
    </message>
    <message>
        <source>Step (0/1)</source>
        <translation>阶跃 (0/1)</translation>
    </message>
    <message>
        <source>{bias} of {neuron}</source>
        <translation>{neuron} 的 {bias}</translation>
    </message>
    <message>
        <source>{name}: an input feature; there are no samples yet.</source>
        <translation>{name}：输入；还没有样本。</translation>
    </message>
    <message>
        <source>{name}: an input feature, from {low} to {high} in the training samples.</source>
        <translation>{name}：输入，在训练样本中从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>{name}: a neuron with {function}.</source>
        <translation>{name}：神经元，{function}。</translation>
    </message>
    <message>
        <source>Gradient of the mean error: ∂E/∂{name} = {value}.</source>
        <translation>平均误差的梯度：∂E/∂{name} = {value}。</translation>
    </message>
    <message>
        <source>{name} = {value}, the threshold that the neuron&apos;s net input must reach.</source>
        <translation>{name} = {value}，神经元的净输入必须达到的阈值。</translation>
    </message>
    <message>
        <source>{name} = {value}, the bias added to the neuron&apos;s net input.</source>
        <translation>{name} = {value}，加到神经元净输入上的偏置。</translation>
    </message>
    <message>
        <source>{name} = {value}, the weight of the connection from {source} to {neuron}.</source>
        <translation>{name} = {value}，从 {source} 到 {neuron} 的连接的权值。</translation>
    </message>
    <message>
        <source>It adds {weight}·{value} = {product}.</source>
        <translation>它的贡献是 {weight}·{value} = {product}。</translation>
    </message>
    <message>
        <source>{layer}: {count}, as the data set has.</source>
        <translation>{layer}：{count}，与数据集一致。</translation>
    </message>
    <message>
        <source>{layer}: {count}, activation {activation}.</source>
        <translation>{layer}：{count}，激活函数 {activation}。</translation>
    </message>
    <message>
        <source>{layer}: {count}. Double-click to type another number.</source>
        <translation>{layer}：{count}。双击可输入别的数目。</translation>
    </message>
    <message>
        <source>{layer}: {hidden} of {units} units are not drawn one by one; the curves show their mean weights.</source>
        <translation>{layer}：{units} 个神经元中有 {hidden} 个未逐一画出，曲线表示它们的平均权值。</translation>
    </message>
    <message>
        <source>One of {count} connections, from {low} to {high}, mean {mean}: a row for each neuron that they come from, a column for each that they lead to.</source>
        <translation>这是 {count} 个连接之一，权值从 {low} 到 {high}，均值 {mean}：每行对应一个来源神经元，每列对应一个目标神经元。</translation>
    </message>
    <message>
        <source>It is off: 0 for each of {count} samples, and no slope.</source>
        <translation>它已失活：对 {count} 个样本的输出都是 0，导数也为 0。</translation>
    </message>
    <message>
        <source>It is saturated: almost no slope for {percent} % of {count} samples.</source>
        <translation>它已饱和：对 {count} 个样本中的 {percent} %，导数几乎为 0。</translation>
    </message>
    <message>
        <source>Cut: it is held at 0 until it is restored.</source>
        <translation>已切断：恢复之前权值保持为 0。</translation>
    </message>
    <message>
        <source>Locked: training leaves it alone.</source>
        <translation>已锁定：训练不会改变它。</translation>
    </message>
    <message>
        <source>Add a hidden layer between {left} and {right}.</source>
        <translation>在{left}与{right}之间添加一个隐层。</translation>
    </message>
    <message>
        <source>Remove {layer}.</source>
        <translation>删除{layer}。</translation>
    </message>
    <message>
        <source>Add a unit to {layer}.</source>
        <translation>给{layer}增加一个神经元。</translation>
    </message>
    <message>
        <source>{layer} keeps at least one unit; × removes the layer.</source>
        <translation>{layer}至少保留一个神经元；× 可删除整层。</translation>
    </message>
    <message>
        <source>Take a unit from {layer}.</source>
        <translation>从{layer}减少一个神经元。</translation>
    </message>
    <message>
        <source>The output layer has {count} because the data set asks for it: other data, other outputs.</source>
        <translation>输出层有 {count}，这是数据集决定的：数据不同，输出就不同。</translation>
    </message>
    <message>
        <source>{layer}: activation {activation}. Click to choose another.</source>
        <translation>{layer}：激活函数 {activation}。单击可换一个。</translation>
    </message>
    <message>
        <source>… {count} more</source>
        <translation>… 另有 {count} 个</translation>
    </message>
    <message>
        <source>Weights and thresholds</source>
        <translation>权值与阈值</translation>
    </message>
    <message>
        <source>Weights and biases</source>
        <translation>权值与偏置</translation>
    </message>
    <message>
        <source>Type a number such as −0.5 or 1.25e-3.</source>
        <translation>请输入一个数，例如 −0.5 或 1.25e-3。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Add a layer before</source>
        <translation>在前面添加一层</translation>
    </message>
    <message>
        <source>Add a layer after</source>
        <translation>在后面添加一层</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>删除这一层</translation>
    </message>
    <message>
        <source>One unit more</source>
        <translation>增加一个神经元</translation>
    </message>
    <message>
        <source>One unit fewer</source>
        <translation>减少一个神经元</translation>
    </message>
    <message>
        <source>Remove the selected neurons</source>
        <translation>移除选中的神经元</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Cut the layer</source>
        <translation>剪切该层</translation>
    </message>
    <message>
        <source>Copy the layer</source>
        <translation>复制该层</translation>
    </message>
    <message>
        <source>Paste after this layer</source>
        <translation>粘贴到该层之后</translation>
    </message>
    <message>
        <source>Duplicate the layer</source>
        <translation>复制并插入该层</translation>
    </message>
    <message>
        <source>Fit the network to the view</source>
        <translation>让整个网络适合视图</translation>
    </message>
    <message>
        <source>Type the number of units</source>
        <translation>输入神经元数目</translation>
    </message>
    <message>
        <source>Type {name}</source>
        <translation>输入 {name}</translation>
    </message>
    <message>
        <source>Type a factor</source>
        <translation>输入倍数</translation>
    </message>
    <message>
        <source>{layer} can have 1 to {most} units.</source>
        <translation>{layer}可以有 1 到 {most} 个神经元。</translation>
    </message>
    <message>
        <source>Network diagram</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>Neural network {sizes}</source>
        <translation>神经网络 {sizes}</translation>
    </message>
    <message>
        <source>Selected: {things}.</source>
        <translation>已选中：{things}。</translation>
    </message>
    <message>
        <source>A network of {sizes} units. Walk with the arrow keys; Enter edits.</source>
        <translation>{sizes} 网络。用方向键移动，按 Enter 编辑。</translation>
    </message>
    <message>
        <source>layers: {count}</source>
        <translation>{count} 个层</translation>
    </message>
    <message>
        <source>neurons: {count}</source>
        <translation>{count} 个神经元</translation>
    </message>
    <message>
        <source>biases: {count}</source>
        <translation>{count} 个偏置</translation>
    </message>
    <message>
        <source>connections: {count}</source>
        <translation>{count} 条连接</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Lock against training</source>
        <translation>锁定（训练不改变）</translation>
    </message>
    <message>
        <source>Restore connections</source>
        <translation>恢复连接</translation>
    </message>
    <message>
        <source>Cut connections</source>
        <translation>切断连接</translation>
    </message>
    <message>
        <source>Randomise</source>
        <translation>随机化</translation>
    </message>
    <message>
        <source>Set to zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>Negate</source>
        <translation>取反</translation>
    </message>
    <message>
        <source>Multiply by a factor…</source>
        <translation>乘以倍数…</translation>
    </message>
    <message>
        <source>The weights are not known yet.</source>
        <translation>权值尚未得出。</translation>
    </message>
    <message>
        <source>Select a connection, bias, neuron or layer in the diagram first.</source>
        <translation>请先在网络图中选择连接、偏置、神经元或层。</translation>
    </message>
    <message>
        <source>{count} weights and biases</source>
        <translation>{count} 个权值和偏置</translation>
    </message>
    <message>
        <source>A bias, a centre or a width goes only with its neuron.</source>
        <translation>阈值（偏置）、中心和宽度只能随其神经元一起删除。</translation>
    </message>
    <message>
        <source>The inputs follow the data set; choose other data to change them.</source>
        <translation>输入由数据集决定；要改变输入，请选择其他数据。</translation>
    </message>
    <message>
        <source>Drag {layer} past another hidden layer.</source>
        <translation>把{layer}拖过另一个隐层。</translation>
    </message>
    <message>
        <source>Let go: {layer} becomes {place}. Esc leaves it in its place.</source>
        <translation>松开鼠标：{layer}成为{place}。按 Esc 则留在原处。</translation>
    </message>
    <message>
        <source>Overview of the network</source>
        <translation>网络概览</translation>
    </message>
    <message>
        <source>Overview: click or drag to move the view</source>
        <translation>概览：点击或拖动以移动视图</translation>
    </message>
    <message>
        <source>A point passes through</source>
        <translation>一个点正在通过</translation>
    </message>
    <message>
        <source>Sample {number}; wanted: {wanted}</source>
        <translation>样本 {number}；期望：{wanted}</translation>
    </message>
    <message>
        <source> (scaled; the answer in your units: {answer})</source>
        <translation>（已缩放；以您的单位回答：{answer}）</translation>
    </message>
    <message>
        <source>Ready networks</source>
        <translation>现成网络</translation>
    </message>
    <message>
        <source>More ready networks</source>
        <translation>更多现成网络</translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>讲义</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>感知器</translation>
    </message>
    <message>
        <source>Click, or drag onto the network, to use it.</source>
        <translation>单击或拖到网络上即可采用。</translation>
    </message>
    <message>
        <source>The lecture&apos;s XOR network, 2-2-1, with its data, its start and its learning rate.</source>
        <translation>讲义中的异或网络 2-2-1，连同其数据、初始权值和学习率。</translation>
    </message>
    <message>
        <source>A perceptron: no hidden layer, {sizes}.</source>
        <translation>感知器：没有隐层，{sizes}。</translation>
    </message>
    <message>
        <source>A network of {sizes} units.</source>
        <translation>{sizes} 网络。</translation>
    </message>
    <message>
        <source>Data, start and learning rate are the lecture&apos;s now; Undo brings yours back.</source>
        <translation>数据、初始权值和学习率现在是讲义中的；撤销可恢复原来的设置。</translation>
    </message>
    <message>
        <source>{name} = {value}, the coordinate along {source} of the centre of {neuron}.</source>
        <translation>{name} = {value}，{neuron} 的中心在 {source} 方向上的坐标。</translation>
    </message>
    <message>
        <source>{name} = {value}, the width of {neuron}, always above 0.</source>
        <translation>{name} = {value}，{neuron} 的宽度，总大于 0。</translation>
    </message>
    <message>
        <source>Not all numbers have room: select a neuron.</source>
        <translation>放不下全部数值：请选中一个神经元。</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
</context>
<context>
    <name>DiagramFeature</name>
    <message>
        <source>Point at a neuron in the diagram, or select one.</source>
        <translation>请指向或选择网络图中的一个神经元。</translation>
    </message>
</context>
<context>
    <name>EditNotices</name>
    <message>
        <source>The data were changed: training goes on with the weights it has, and the curve is marked.</source>
        <translation>数据已更改：训练以现有权值继续，误差曲线上已作标记。</translation>
    </message>
    <message>
        <source>The weights were set by hand: epoch and curve stay, and Reset leads back to these.</source>
        <translation>权值已手动设定：迭代次数和曲线保留，重置会回到这些权值。</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
</context>
<context>
    <name>EngineErrors</name>
    <message>
        <source>The {name} must have two dimensions, one row a sample; got shape {shape}.</source>
        <translation>{name} 必须是二维表，每行一个样本；现在的形状是 {shape}。</translation>
    </message>
    <message>
        <source>The {name} hold {value} in row {row}, column {column}; only finite numbers can be used.</source>
        <translation>{name} 第 {row} 行第 {column} 列是 {value}；只能使用有限的数。</translation>
    </message>
    <message>
        <source>{count} names are needed for {count} columns; got {got}.</source>
        <translation>{count} 列需要 {count} 个名称；现在有 {got} 个。</translation>
    </message>
    <message>
        <source>The test set must have as many input and target columns as the training set.</source>
        <translation>测试集的输入列数和期望输出列数必须与训练集相同。</translation>
    </message>
    <message>
        <source>A data set needs at least one input column and one target column.</source>
        <translation>数据集至少需要一列输入和一列期望输出。</translation>
    </message>
    <message>
        <source>The {name} set has {inputs} rows of inputs but {targets} rows of targets; give one target row for each input row.</source>
        <translation>{name} 集有 {inputs} 行输入，却有 {targets} 行期望输出；请为每行输入给出一行期望输出。</translation>
    </message>
    <message>
        <source>There is no data set called {name!r}; choose one of {names}, {table} or {own}.</source>
        <translation>没有名为 {name!r} 的数据集；请选择 {names}、{table} 或 {own}。</translation>
    </message>
    <message>
        <source>A data set called &apos;truth_table&apos; needs its truth_table: 0 or 1 for each row.</source>
        <translation>名为“truth_table”的数据集需要给出真值表 truth_table：每行一个 0 或 1。</translation>
    </message>
    <message>
        <source>A data set may hold {limit} samples; this one has {count}.</source>
        <translation>一个数据集最多有 {limit} 个样本；这个数据集有 {count} 个。</translation>
    </message>
    <message>
        <source>Test samples need both test_inputs and test_targets.</source>
        <translation>测试样本需要同时给出 test_inputs 和 test_targets。</translation>
    </message>
    <message>
        <source>The test share must be at least 0 and below 1; got {share}.</source>
        <translation>测试样本的比例必须不小于 0 且小于 1；现在是 {share}。</translation>
    </message>
    <message>
        <source>A truth table needs 2, 4, 8, 16 or 32 rows (one to {limit} inputs); this one has {rows}.</source>
        <translation>真值表需要 2、4、8、16 或 32 行（1 到 {limit} 个输入）；这个真值表有 {rows} 行。</translation>
    </message>
    <message>
        <source>A truth table holds 0 and 1 only; row {row} holds {value!r}.</source>
        <translation>真值表中只能有 0 和 1；第 {row} 行是 {value!r}。</translation>
    </message>
    <message>
        <source>The code of 0 must be smaller than the code of 1, both finite; got {low} and {high}.</source>
        <translation>0 的编码必须小于 1 的编码，且都是有限的数；现在是 {low} 和 {high}。</translation>
    </message>
    <message>
        <source>There is no gate called {name!r}; choose one of {names}.</source>
        <translation>没有名为 {name!r} 的逻辑门；请选择 {names} 之一。</translation>
    </message>
    <message>
        <source>A coding is two numbers, the codes of 0 and 1; got {coding!r}.</source>
        <translation>编码是两个数，即 0 和 1 的编码；现在是 {coding!r}。</translation>
    </message>
    <message>
        <source>number of samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>The noise must lie between 0 and {limit:g}; got {noise}.</source>
        <translation>噪声必须在 0 到 {limit:g} 之间；现在是 {noise}。</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The {what} must be a whole number from {low} to {high}; got {value!r}.</source>
        <translation>{what}必须是 {low} 到 {high} 的整数；现在是 {value!r}。</translation>
    </message>
    <message>
        <source>number of classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>There is no data set called {name!r}; choose one of {names}.</source>
        <translation>没有名为 {name!r} 的数据集；请选择 {names} 之一。</translation>
    </message>
    <message>
        <source>{cell} is not a number; correct it or remove the line.</source>
        <translation>{cell} 不是数字；请改正或删除这一行。</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {problem}</source>
        <translation>{file} 第 {line} 行第 {column} 列：{problem}</translation>
    </message>
    <message>
        <source>{file} is empty; it needs a line for each sample, such as 0.5,1.5,1.</source>
        <translation>{file} 是空的；每个样本需要一行，例如 0.5,1.5,1。</translation>
    </message>
    <message>
        <source>{file} names its columns but holds no samples; add a line for each sample.</source>
        <translation>{file} 只有列名，没有样本；请为每个样本添加一行。</translation>
    </message>
    <message>
        <source>{file}, line {line}: only one column; give inputs and, last, a target, separated by commas, semicolons or tabs.</source>
        <translation>{file} 第 {line} 行：只有一列；请给出各个输入，最后一列为期望输出，用逗号、分号或制表符分隔。</translation>
    </message>
    <message>
        <source>this cell is empty; fill in a number or remove the line.</source>
        <translation>这个单元格是空的；请填入数字或删除这一行。</translation>
    </message>
    <message>
        <source>{cell} has a decimal comma; write a decimal point.</source>
        <translation>{cell} 用逗号作小数点；请改用“.”。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {error}; check the quotation marks.</source>
        <translation>{file} 第 {line} 行：{error}；请检查引号。</translation>
    </message>
    <message>
        <source>{cell} is not finite; every number must be.</source>
        <translation>{cell} 不是有限的数；每个数都必须是有限的。</translation>
    </message>
    <message>
        <source>{cell} is a number but the targets before it are texts such as {first}; use one kind only.</source>
        <translation>{cell} 是数字，而前面的期望输出是文字，例如 {first}；请只用其中一种。</translation>
    </message>
    <message>
        <source>the targets are {count} different texts; up to {limit} classes can be used.</source>
        <translation>期望输出有 {count} 种不同的文字；最多可以有 {limit} 个类别。</translation>
    </message>
    <message>
        <source>The reading of {file} was given up.</source>
        <translation>已放弃读取 {file}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: up to {columns} columns and {limit} samples can be used; remove some of them.</source>
        <translation>{file} 第 {line} 行：最多可以有 {columns} 列和 {limit} 个样本；请删去一部分。</translation>
    </message>
    <message>
        <source>this line has {cells} cells, the others have {columns}; give every line as many.</source>
        <translation>这一行有 {cells} 个单元格，其他行有 {columns} 个；请让每行一样多。</translation>
    </message>
    <message>
        <source>this cell is empty; fill in a target.</source>
        <translation>这个单元格是空的；请填入期望输出。</translation>
    </message>
    <message>
        <source>There is no example called {name!r}; choose one of {names}.</source>
        <translation>没有名为 {name!r} 的示例；请选择 {names} 之一。</translation>
    </message>
    <message>
        <source>{file} has no array &apos;{key}&apos;; the network has such a layer.</source>
        <translation>{file} 中没有数组 &apos;{key}&apos;；而网络有这样一层。</translation>
    </message>
    <message>
        <source>{file}: &apos;{key}&apos; has the shape {found}, the network needs {shape}.</source>
        <translation>{file}：&apos;{key}&apos; 的形状是 {found}，网络需要 {shape}。</translation>
    </message>
    <message>
        <source>{file}: &apos;{key}&apos; must hold finite numbers.</source>
        <translation>{file}：&apos;{key}&apos; 必须是有限的数。</translation>
    </message>
    <message>
        <source>{file} is no .npz file with weights, or is damaged; choose a file that Perceptra or NumPy wrote.</source>
        <translation>{file} 不是含权值的 .npz 文件，或已损坏；请选择 Perceptra 或 NumPy 写出的文件。</translation>
    </message>
    <message>
        <source>{file} holds a network of more layers; this one has {layers}.</source>
        <translation>{file} 中的网络层数更多；当前网络有 {layers} 层。</translation>
    </message>
    <message>
        <source>There is no parameter {index}; the network has {count}, counted from 0.</source>
        <translation>没有参数 {index}；该网络有 {count} 个参数，从 0 数起。</translation>
    </message>
    <message>
        <source>The extent must be a finite number above 0; got {extent}.</source>
        <translation>范围必须是大于 0 的有限数；得到的是 {extent}。</translation>
    </message>
    <message>
        <source>A surface needs at least 2 points along each axis, and at most {most}; got {n}.</source>
        <translation>误差曲面沿每个轴至少需要 2 个点，至多 {most} 个；得到的是 {n}。</translation>
    </message>
    <message>
        <source>A direction must be {count} finite numbers, one for each parameter, and not all of them 0.</source>
        <translation>方向必须是 {count} 个有限数，每个参数一个，且不能全为 0。</translation>
    </message>
    <message>
        <source>this row is longer than {limit:,} characters</source>
        <translation>这一行超过 {limit:,} 个字符</translation>
    </message>
    <message>
        <source>a cell is longer than {limit:,} characters</source>
        <translation>有一个单元格超过 {limit:,} 个字符</translation>
    </message>
    <message>
        <source>The target codes are two numbers, the low one first; got {codes}.</source>
        <translation>期望输出的编码是两个数，小的在前；得到的是 {codes}。</translation>
    </message>
    <message>
        <source>There are {predictions} rows of predictions but {targets} of targets.</source>
        <translation>预测有 {predictions} 行，而期望输出有 {targets} 行。</translation>
    </message>
    <message>
        <source>The {name} must be a table with {columns} columns, one row a sample; got the shape {shape}.</source>
        <translation>{name} 必须是 {columns} 列的表，每行一个样本；得到的形状是 {shape}。</translation>
    </message>
    <message>
        <source>An interval is two numbers, its ends; got {interval}.</source>
        <translation>区间是两个数，即它的两端；得到的是 {interval}。</translation>
    </message>
    <message>
        <source>The {name} must be a table of numbers; got a single one.</source>
        <translation>{name} 必须是数的表；得到的只是一个数。</translation>
    </message>
    <message>
        <source>{file}: nothing is left to import; take back what was left aside.</source>
        <translation>{file}：没有可导入的内容；请撤回“搁置”的判断。</translation>
    </message>
    <message>
        <source>The target is the same in every row: {names} is {value}.</source>
        <translation>期望输出在每一行都相同：{names} 为 {value}。</translation>
    </message>
    <message>
        <source>The same in every row, so that nothing can be learned from it: {names}.</source>
        <translation>每一行都相同，从中学不到任何东西：{names}。</translation>
    </message>
    <message>
        <source>All samples are of one class, {name}: there is nothing to tell apart.</source>
        <translation>所有样本都属于同一类“{name}”：没有可区分的内容。</translation>
    </message>
    <message>
        <source>No training sample is of these classes: {names}.</source>
        <translation>训练样本中没有以下类别：{names}。</translation>
    </message>
    <message>
        <source>this cell is empty, or says that its value is missing; fill it in, or choose to leave out such lines or to put in the column&apos;s mean.</source>
        <translation>此单元格为空，或注明缺失；请填写，或选择略去这样的行，或用该列的平均值代替。</translation>
    </message>
    <message>
        <source>{file}: no line fits; choose other columns or another delimiter.</source>
        <translation>{file}：没有一行符合；请选择其他列或其他分隔符。</translation>
    </message>
    <message>
        <source>{cell} is not a number where numbers are written like {example}; correct it, choose how numbers are written, or leave the column out.</source>
        <translation>按 {example} 的写法，{cell} 不是数字；请更正，选择数字的写法，或略去此列。</translation>
    </message>
    <message>
        <source>this cell holds a formula without its value; open the file in a spreadsheet program and save it there.</source>
        <translation>此单元格只有公式，没有保存的值；请在电子表格程序中打开并保存该文件。</translation>
    </message>
    <message>
        <source>a value stands for column {place}, but there are {columns}.</source>
        <translation>有一个值属于第 {place} 列，但总共只有 {columns} 列。</translation>
    </message>
    <message>
        <source>the values of this line cannot be told apart</source>
        <translation>无法分清这一行的各个值</translation>
    </message>
    <message>
        <source>Take {units} units in hidden layer {number}</source>
        <translation>第 {number} 隐层改用 {units} 个神经元</translation>
    </message>
    <message>
        <source>{samples} get {output:.2g}, and {units} hidden units are flat there, f′ ≈ {slope:.1g}</source>
        <translation>{samples} 的输出是 {output:.2g}，{units} 个隐层神经元在那里很平，f′ ≈ {slope:.1g}</translation>
    </message>
    <message>
        <source>{samples} get {output:.2g}</source>
        <translation>{samples} 的输出是 {output:.2g}</translation>
    </message>
    <message>
        <source>no progress since epoch {since:,}; {stuck}; yet a way from here leads down to an error of {bottom:.2g}</source>
        <translation>从第 {since:,} 次迭代起没有进展；{stuck}；但从这里有路可把误差降到 {bottom:.2g}</translation>
    </message>
    <message>
        <source>no progress since epoch {since:,}; {stuck}</source>
        <translation>从第 {since:,} 次迭代起没有进展；{stuck}</translation>
    </message>
    <message>
        <source>the column holds {count} different words; up to {limit} can be inputs. Leave it out.</source>
        <translation>该列有 {count} 个不同的词，最多 {limit} 个可作输入。请将该列略去。</translation>
    </message>
    <message>
        <source>{column} counts 0, 1, … in the order that the file declares: {words}.</source>
        <translation>{column} 按文件声明的顺序取 0、1、…：{words}。</translation>
    </message>
    <message>
        <source>{column} counts 0, 1, … in alphabetical order: {words}. Shape the data changes it.</source>
        <translation>{column} 按字母顺序取 0、1、…：{words}。可在“数据预处理”中改变顺序。</translation>
    </message>
    <message>
        <source>Lines that begin with # and do not fit the table are passed over: {count}, the first is line {line}.</source>
        <translation>以 # 开头且与表格不符的行已跳过：{count} 行，第一处在第 {line} 行。</translation>
    </message>
    <message>
        <source>Numbers are written like {example}.</source>
        <translation>数字写作 {example} 的形式。</translation>
    </message>
    <message>
        <source>Rows without anything in them are passed over: {count}.</source>
        <translation>空行已跳过：{count} 行。</translation>
    </message>
    <message>
        <source>Percents become fractions, 12% is 0.12: {names}.</source>
        <translation>百分数变为小数，12% 即 0.12：{names}。</translation>
    </message>
    <message>
        <source>TRUE counts as 1, FALSE as 0: {names}.</source>
        <translation>TRUE 记作 1，FALSE 记作 0：{names}。</translation>
    </message>
    <message>
        <source>These stand for missing numbers: {words}.</source>
        <translation>以下写法表示数字缺失：{words}。</translation>
    </message>
    <message>
        <source>Images of {shape} become rows of numbers: {names}.</source>
        <translation>{shape} 的图像展开为一行行数字：{names}。</translation>
    </message>
    <message>
        <source>Images of {shape} are left aside: {names}. Undo makes rows of numbers of them.</source>
        <translation>{shape} 的图像已搁置：{names}。撤回后展开为一行行数字。</translation>
    </message>
    <message>
        <source>{file} is no .npy file, or is damaged; write it with numpy.save.</source>
        <translation>{file} 不是 .npy 文件，或已损坏；请用 numpy.save 写出。</translation>
    </message>
    <message>
        <source>{file}: patterns of variable size and class patterns cannot be read; save the patterns with a fixed number of inputs and outputs.</source>
        <translation>{file}：无法读取大小可变的模式和类别模式；请以固定的输入数和输出数保存。</translation>
    </message>
    <message>
        <source>{file} does not say how many patterns and input units there are.</source>
        <translation>{file} 没有说明模式数和输入神经元数。</translation>
    </message>
    <message>
        <source>more values follow than the {count} patterns that are announced; correct the number.</source>
        <translation>声明了 {count} 个模式，但后面还有更多的值；请更正这个数目。</translation>
    </message>
    <message>
        <source>{file}: {count} patterns are announced, but the values end in pattern {pattern}; correct the number, or add the missing values.</source>
        <translation>{file}：声明了 {count} 个模式，但数值在第 {pattern} 个模式中就结束了；请更正数目，或补上缺少的值。</translation>
    </message>
    <message>
        <source>{file} has nothing from line {line} on; let the table begin further up.</source>
        <translation>{file} 从第 {line} 行起没有内容；请让表格从更靠上的行开始。</translation>
    </message>
    <message>
        <source>The table begins at line {line}; what stands above it is passed over.</source>
        <translation>表格从第 {line} 行开始；其上的内容已跳过。</translation>
    </message>
    <message>
        <source>Comments above the table are passed over: {count}.</source>
        <translation>表格上方的注释已跳过：{count} 行。</translation>
    </message>
    <message>
        <source>The header lacks a name: the first column holds the names of the rows.</source>
        <translation>表头少一个名称：第一列是各行的名称。</translation>
    </message>
    <message>
        <source>Formulas without values: {names}. Open the file in a spreadsheet program and save it, then they are there.</source>
        <translation>没有保存值的公式：{names}。在电子表格程序中打开并保存该文件后，值就有了。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is read, one of {count}.</source>
        <translation>读取的是工作表“{sheet}”，共有 {count} 个。</translation>
    </message>
    <message>
        <source>Left out, as it numbers or names the rows: {names}.</source>
        <translation>已略去，因为是行号或行名：{names}。</translation>
    </message>
    <message>
        <source>Nearly all words of {names} differ, so they name no classes.</source>
        <translation>{names} 中的文字几乎各不相同，因此不是类别。</translation>
    </message>
    <message>
        <source>These samples were exported by Perceptra: they come back with the roles that they had.</source>
        <translation>这些样本由 Perceptra 导出：它们按原来的用途读回。</translation>
    </message>
    <message>
        <source>The file says which columns are inputs and which are targets.</source>
        <translation>文件本身说明了哪些列是输入，哪些列是期望输出。</translation>
    </message>
    <message>
        <source>The last {count} columns are one-hot, so they are {count} classes: {names}.</source>
        <translation>最后 {count} 列是独热编码，因此是 {count} 个类别：{names}。</translation>
    </message>
    <message>
        <source>Labels stay as they are written, such as 007: {names}.</source>
        <translation>标签保持原样，例如 007：{names}。</translation>
    </message>
    <message>
        <source>Left out, as numbers would lose digits of its labels: {names}.</source>
        <translation>已略去，因为作为数字会丢失标签中的数位：{names}。</translation>
    </message>
    <message>
        <source>Left out, as they are dates: {names}. As inputs they become days since 1970, or a part such as the month.</source>
        <translation>已略去，因为是日期：{names}。作为输入时，它们变为自 1970 年起的天数，或其中一部分，例如月份。</translation>
    </message>
    <message>
        <source>ONNX files need the package onnx; install it with: pip install onnx</source>
        <translation>ONNX 文件需要 onnx 包；安装方法：pip install onnx</translation>
    </message>
    <message>
        <source>The result is too large for a number.</source>
        <translation>结果太大，无法表示。</translation>
    </message>
    <message>
        <source>The gradient is too large for a number.</source>
        <translation>梯度太大，无法表示。</translation>
    </message>
    <message>
        <source>Character {at}: up to here the graph has {limit} nodes, and it may not have more.</source>
        <translation>第 {at} 个字符：到这里图已有 {limit} 个节点，不能再多了。</translation>
    </message>
    <message>
        <source>{number} cannot be divided by 0.</source>
        <translation>{number} 不能除以 0。</translation>
    </message>
    <message>
        <source>0 has no power with the negative exponent {exponent}; that would be 1 ÷ 0.</source>
        <translation>0 没有负指数 {exponent} 的幂，那相当于 1 ÷ 0。</translation>
    </message>
    <message>
        <source>The negative number {base} has no real power with the exponent {exponent}; only whole ones work.</source>
        <translation>负数 {base} 没有指数为 {exponent} 的实数幂，只有整数指数可行。</translation>
    </message>
    <message>
        <source>The power has no gradient for its exponent, because the base {base} is negative and has no logarithm.</source>
        <translation>这个幂对指数没有梯度，因为底数 {base} 是负数，没有对数。</translation>
    </message>
    <message>
        <source>{number} has no logarithm; only positive numbers have one.</source>
        <translation>{number} 没有对数，只有正数才有。</translation>
    </message>
    <message>
        <source>The negative number {number} has no real square root.</source>
        <translation>负数 {number} 没有实数平方根。</translation>
    </message>
    <message>
        <source>The square root has no gradient at 0: it is infinitely steep there.</source>
        <translation>平方根在 0 处没有梯度：那里的斜率为无穷大。</translation>
    </message>
    <message>
        <source>Character {at}: this ) closes nothing.</source>
        <translation>第 {at} 个字符：这个 ) 前面没有对应的 (。</translation>
    </message>
    <message>
        <source>Character {at}: the expression ends where a number, a variable or ( is needed.</source>
        <translation>第 {at} 个字符：表达式到此结束，但这里还需要数、变量或 (。</translation>
    </message>
    <message>
        <source>Character {at}: “{found}” stands where a number, a variable or ( is needed.</source>
        <translation>第 {at} 个字符：这里需要数、变量或 (，却是 “{found}”。</translation>
    </message>
    <message>
        <source>Type an expression, for example (x + y) * z.</source>
        <translation>请输入一个表达式，例如 (x + y) * z。</translation>
    </message>
    <message>
        <source>Character {at}: {name} is what is being defined and cannot stand on the right of the =.</source>
        <translation>第 {at} 个字符：{name} 正在被定义，不能出现在 = 的右边。</translation>
    </message>
    <message>
        <source>Character {at}: {name} is one variable too many; {limit} can be used.</source>
        <translation>第 {at} 个字符：变量 {name} 超出了限制，最多可用 {limit} 个变量。</translation>
    </message>
    <message>
        <source>Character {at}: more than {limit} parentheses, signs and exponents within each other.</source>
        <translation>第 {at} 个字符：括号、正负号和指数的嵌套超过了 {limit} 层。</translation>
    </message>
    <message>
        <source>Character {at}: {name} is a function; write {name}(…).</source>
        <translation>第 {at} 个字符：{name} 是函数，请写成 {name}(…)。</translation>
    </message>
    <message>
        <source>Character {at}: {name} is no function; there are {names}. A product needs a ×: {name} × (…).</source>
        <translation>第 {at} 个字符：{name} 不是函数；可用的函数有 {names}。乘积需要写 ×：{name} × (…)。</translation>
    </message>
    <message>
        <source>Character {at}: {name} compares two values or more, separated by commas.</source>
        <translation>第 {at} 个字符：{name} 比较两个或更多的值，用逗号分开。</translation>
    </message>
    <message>
        <source>Character {at}: {name} takes one value; here it is given {count}.</source>
        <translation>第 {at} 个字符：{name} 只取一个值，这里给了 {count} 个。</translation>
    </message>
    <message>
        <source>Character {at}: this ( is never closed.</source>
        <translation>第 {at} 个字符：这个 ( 没有对应的 )。</translation>
    </message>
    <message>
        <source>Character {at}: {name} has a meaning already; choose another name.</source>
        <translation>第 {at} 个字符：{name} 已有含义，请换一个名称。</translation>
    </message>
    <message>
        <source>Character {at}: = stands only behind a name at the beginning, as in f = x + y.</source>
        <translation>第 {at} 个字符：= 只能跟在开头的名称后面，如 f = x + y。</translation>
    </message>
    <message>
        <source>Character {at}: an operator is missing before “{found}”; for a product write ×.</source>
        <translation>第 {at} 个字符：“{found}” 前面缺少运算符；乘积请写 ×。</translation>
    </message>
    <message>
        <source>Character {at}: “{character}” means nothing here; use numbers, names, + − × ÷ ^ and parentheses.</source>
        <translation>第 {at} 个字符：“{character}” 在这里没有意义；请用数、名称、+ − × ÷ ^ 和括号。</translation>
    </message>
    <message>
        <source>The expression has {length} characters; at most {limit} can be used.</source>
        <translation>表达式有 {length} 个字符，最多可用 {limit} 个。</translation>
    </message>
    <message>
        <source>Character {at}: {text} is too large for a number.</source>
        <translation>第 {at} 个字符：{text} 太大，无法表示。</translation>
    </message>
    <message>
        <source>Character {at}: “{text}” is no number.</source>
        <translation>第 {at} 个字符：“{text}” 不是数。</translation>
    </message>
    <message>
        <source>{file} lacks its attributes or @data; an ARFF file has a line @attribute for each column, then @data.</source>
        <translation>{file} 缺少属性或 @data；ARFF 文件每列有一行 @attribute，然后是 @data。</translation>
    </message>
    <message>
        <source>an attribute needs a name and a type, such as @attribute width numeric.</source>
        <translation>属性需要名称和类型，例如 @attribute width numeric。</translation>
    </message>
    <message>
        <source>an ARFF file begins with @relation, @attribute and @data.</source>
        <translation>ARFF 文件以 @relation、@attribute 和 @data 开头。</translation>
    </message>
    <message>
        <source>{count} roles are needed for {count} columns; got {got}.</source>
        <translation>{count} 列需要 {count} 个角色；得到 {got} 个。</translation>
    </message>
    <message>
        <source>{file} has only one column; it needs inputs and a target. Choose another delimiter or file.</source>
        <translation>{file} 只有一列；需要输入和目标。请选择其他分隔符或文件。</translation>
    </message>
    <message>
        <source>No column is an input; choose at least one.</source>
        <translation>没有输入列；请至少选择一列。</translation>
    </message>
    <message>
        <source>No column is the target; choose at least one.</source>
        <translation>没有目标列；请至少选择一列。</translation>
    </message>
    <message>
        <source>{count} columns are inputs; up to {limit} can be used. Leave some out.</source>
        <translation>有 {count} 列作为输入；最多可用 {limit} 列。请舍去一些。</translation>
    </message>
    <message>
        <source>{count} columns are targets; up to {limit} can be used. Leave some out.</source>
        <translation>有 {count} 列作为目标；最多可用 {limit} 列。请舍去一些。</translation>
    </message>
    <message>
        <source>{file}: every line lacks a value; leave out the columns that are empty.</source>
        <translation>{file}：每一行都缺少数值；请舍去空列。</translation>
    </message>
    <message>
        <source>{cell} is not a number; correct it or leave the column out.</source>
        <translation>{cell} 不是数；请改正，或舍去该列。</translation>
    </message>
    <message>
        <source>the whole column is empty; leave it out.</source>
        <translation>整列为空；请舍去该列。</translation>
    </message>
    <message>
        <source>There is no encoding called {name!r}; choose one of {names}.</source>
        <translation>没有名为 {name!r} 的编码；请从 {names} 中选择。</translation>
    </message>
    <message>
        <source>{file}, line {line}, character {column}: the byte {byte:#04x} does not fit the encoding {encoding}; choose another encoding.</source>
        <translation>{file} 第 {line} 行第 {column} 个字符：字节 {byte:#04x} 不符合编码 {encoding}；请选择其他编码。</translation>
    </message>
    <message>
        <source>{file} holds no array with rows of samples; it needs one such as X of shape (samples, inputs) and one such as y of shape (samples,).</source>
        <translation>{file} 中没有以样本为行的数组；需要形如 X（样本数, 输入数）和 y（样本数,）的数组。</translation>
    </message>
    <message>
        <source>{file}: up to {limit:,} rows and {cells:,} cells can be imported; the file holds more. Take a part of its rows or columns.</source>
        <translation>{file}：最多可导入 {limit:,} 行和 {cells:,} 个单元格；文件超出了。请只取部分行或列。</translation>
    </message>
    <message>
        <source>{file} unpacks to {size:,.0f} MB, the limit is {limit:,.0f} MB; choose a smaller file.</source>
        <translation>{file} 解压后有 {size:,.0f} MB，上限为 {limit:,.0f} MB；请选择较小的文件。</translation>
    </message>
    <message>
        <source>Left aside, as they do not have {rows} rows: {names}.</source>
        <translation>因行数不是 {rows} 而未采用：{names}。</translation>
    </message>
    <message>
        <source>{file} is no .npz file with plain arrays, or is damaged; write it with numpy.savez.</source>
        <translation>{file} 不是含普通数组的 .npz 文件，或已损坏；请用 numpy.savez 写出。</translation>
    </message>
    <message>
        <source>{file} has {count} columns; up to {limit} can be imported. Remove some of them.</source>
        <translation>{file} 有 {count} 列；最多可导入 {limit} 列。请删去一些。</translation>
    </message>
    <message>
        <source>{file} is empty; its first sheet needs a row for each sample.</source>
        <translation>{file} 为空；第一张工作表中每个样本占一行。</translation>
    </message>
    <message>
        <source>To read {file}, Perceptra needs the package openpyxl, which is not installed; install it with “pip install openpyxl”, or save the table as CSV.</source>
        <translation>读取 {file} 需要尚未安装的 openpyxl 包；请用“pip install openpyxl”安装，或把表格另存为 CSV。</translation>
    </message>
    <message>
        <source>{file} is no .xlsx file, or is damaged; save the table as CSV.</source>
        <translation>{file} 不是 .xlsx 文件，或已损坏；请把表格另存为 CSV。</translation>
    </message>
    <message>
        <source>{file} holds no work that could be brought back.</source>
        <translation>{file} 中没有可以找回的工作。</translation>
    </message>
    <message>
        <source>What was copied is no layer; copy a layer of a network first.</source>
        <translation>剪贴板中没有层；请先复制网络的一个层。</translation>
    </message>
    <message>
        <source>There are no steps yet; train first, then export the ledger.</source>
        <translation>还没有任何步骤；请先训练，再导出学习过程。</translation>
    </message>
    <message>
        <source>{file}, line {line}, field {field}: {problem}. See the list of fields in the guide to lesson files.</source>
        <translation>{file} 第 {line} 行，字段 {field}：{problem}。请参阅课程文件说明中的字段列表。</translation>
    </message>
    <message>
        <source>{file} is nested too deeply for a lesson; simplify it.</source>
        <translation>{file} 的嵌套层次太深，不能作为课程；请简化。</translation>
    </message>
    <message>
        <source>{file} is no lesson: its first line must be format = &quot;perceptra-lesson&quot;. Choose another file.</source>
        <translation>{file} 不是课程文件：第一行必须是 format = &quot;perceptra-lesson&quot;。请选择其他文件。</translation>
    </message>
    <message>
        <source>name either a demo or a project</source>
        <translation>demo 和 project 必须二选一</translation>
    </message>
    <message>
        <source>{name} does not lie beside the lesson</source>
        <translation>{name} 不在课程文件旁边</translation>
    </message>
    <message>
        <source>exactly one answer must be right</source>
        <translation>必须恰好有一个答案正确</translation>
    </message>
    <message>
        <source>The cross-entropy needs sigmoid or softmax outputs, but the output layer is {activation}; change the output activation or choose the squared error.</source>
        <translation>交叉熵要求输出为单极性 Sigmoid 或 softmax，而输出层是{activation}；请更改输出层的激活函数，或选择平方误差。</translation>
    </message>
    <message>
        <source>The cross-entropy needs targets between 0 and 1, but they run from {low:g} to {high:g}; code the targets as 0 and 1 or choose the squared error.</source>
        <translation>交叉熵要求期望输出在 0 和 1 之间，而现在是 {low:g} 到 {high:g}；请把期望输出编码为 0 和 1，或选择平方误差。</translation>
    </message>
    <message>
        <source>{samples} samples through this network make too many numbers to show; use fewer samples or units.</source>
        <translation>{samples} 个样本经过此网络产生的数太多，无法显示；请减少样本或神经元。</translation>
    </message>
    <message>
        <source>Back-propagation</source>
        <translation>误差反向传播</translation>
    </message>
    <message>
        <source>There are no samples; give at least one row.</source>
        <translation>没有样本；请至少给出一行。</translation>
    </message>
    <message>
        <source>The centres and widths of an RBF layer cannot be cut; lock them instead.</source>
        <translation>RBF 层的中心和宽度不能切断；可以锁定它们。</translation>
    </message>
    <message>
        <source>Gaussian units make an RBF layer, which can only be the first hidden layer.</source>
        <translation>高斯神经元构成 RBF 层，只能作为第一隐层。</translation>
    </message>
    <message>
        <source>There are no samples to solve for; add at least one.</source>
        <translation>没有可供求解的样本；请至少添加一个。</translation>
    </message>
    <message>
        <source>The RBF layer has no unit {unit}.</source>
        <translation>RBF 层没有神经元 {unit}。</translation>
    </message>
    <message>
        <source>The network has no RBF layer; make the first hidden layer one.</source>
        <translation>网络没有 RBF 层；请把第一隐层改为 RBF 层。</translation>
    </message>
    <message>
        <source>The output layer stays the last one; it gives the network&apos;s answer.</source>
        <translation>输出层始终是最后一层，它给出网络的输出。</translation>
    </message>
    <message>
        <source>A hidden layer can stand at places 0 to {last}; {index} is none of them.</source>
        <translation>隐层可以放在位置 0 到 {last}；{index} 不在其中。</translation>
    </message>
    <message>
        <source>The output layer cannot be removed; it gives the network&apos;s answer.</source>
        <translation>输出层不能删除：网络的回答由它给出。</translation>
    </message>
    <message>
        <source>The output layer has as many units as the data have target columns, {outputs}; choose other data to change it.</source>
        <translation>输出层的神经元数等于数据的期望输出列数，即 {outputs}；要改变它，请选择其他数据。</translation>
    </message>
    <message>
        <source>This network has {wanted} weights and biases; got numbers of shape {shape}.</source>
        <translation>这个网络有 {wanted} 个权值和偏置；给出的数的形状是 {shape}。</translation>
    </message>
    <message>
        <source>Weights and biases must be finite; number {number} is {value}.</source>
        <translation>权值和偏置必须是有限的数；第 {number} 个是 {value}。</translation>
    </message>
    <message>
        <source>There is no layer {index}; the layers are 0 to {last}.</source>
        <translation>没有第 {index} 层；各层的编号是 0 到 {last}。</translation>
    </message>
    <message>
        <source>{activation} units answer {low:g} or {high:g}; code the targets so first.</source>
        <translation>{activation}神经元的输出是 {low:g} 或 {high:g}；请先把期望输出编码成这两个值。</translation>
    </message>
    <message>
        <source>A class more is possible for up to {limit} classes, each sample being of one class.</source>
        <translation>最多可以有 {limit} 个类别，而且每个样本只属于一个类别，才能再增加一类。</translation>
    </message>
    <message>
        <source>A sample of these data has {inputs} inputs; got {count}.</source>
        <translation>这些数据的样本有 {inputs} 个输入；给出了 {count} 个。</translation>
    </message>
    <message>
        <source>The inputs of a sample must be finite numbers.</source>
        <translation>样本的输入必须是有限的数。</translation>
    </message>
    <message>
        <source>The classes of these data are 0 to {last}; {label!r} is none of them.</source>
        <translation>这些数据的类别是 0 到 {last}；{label!r} 不在其中。</translation>
    </message>
    <message>
        <source>There is no sample {index}; these data have {count}.</source>
        <translation>没有第 {index} 个样本；这些数据有 {count} 个样本。</translation>
    </message>
    <message>
        <source>A sample of these data needs {outputs} finite target values; got {label!r}.</source>
        <translation>这些数据的样本需要 {outputs} 个有限的期望输出值；现在是 {label!r}。</translation>
    </message>
    <message>
        <source>Words become inputs, one for each of them (one-hot): {names}.</source>
        <translation>词成为输入，每个词一个（独热）：{names}。</translation>
    </message>
    <message>
        <source>Left out, as too many of their words differ: {names}.</source>
        <translation>因不同的词太多而略去：{names}。</translation>
    </message>
    <message>
        <source>{file} is there already; choose another name for the lesson.</source>
        <translation>那里已有 {file}；请为课程另选一个名称。</translation>
    </message>
    <message>
        <source>Training by {rule} is for a single layer, but this network has {layers}; remove the hidden layers first.</source>
        <translation>{rule}只能训练单层网络，而这个网络有 {layers} 层；请先删除隐层。</translation>
    </message>
    <message>
        <source>The perceptron rule needs targets of two codes, 0 and 1 or −1 and +1; change the coding of the targets or choose another rule.</source>
        <translation>感知器学习规则要求期望输出只有两种编码：0 和 1，或 −1 和 +1；请更改期望输出的编码，或选择其他规则。</translation>
    </message>
    <message>
        <source>There is no setting called {unknown!r}; the settings are {names}.</source>
        <translation>没有名为 {unknown!r} 的设置；可用的设置有 {names}。</translation>
    </message>
    <message>
        <source>Training by {rule} takes one sample at a time; choose another rule for batches.</source>
        <translation>{rule}每次只学习一个样本；要成批训练，请选择其他规则。</translation>
    </message>
    <message>
        <source>Training by {rule} needs the whole set in one batch; choose another rule first.</source>
        <translation>{rule}要求全部样本作为一批；请先选择其他规则。</translation>
    </message>
    <message>
        <source>The cross-entropy does not go with {rule}, which has an error of its own; choose gradient descent first.</source>
        <translation>交叉熵不能与{rule}同用，它有自己的误差；请先选择梯度下降。</translation>
    </message>
    <message>
        <source>Cross-entropy needs targets between 0 and 1; code the targets as 0 and 1 first.</source>
        <translation>交叉熵要求期望输出在 0 和 1 之间；请先把期望输出编码为 0 和 1。</translation>
    </message>
    <message>
        <source>The project cannot be saved as {file}: it takes {size:,.0f} MB, the limit is {limit:,.0f} MB; use fewer samples.</source>
        <translation>项目无法保存为 {file}：它有 {size:,.0f} MB，上限是 {limit:,.0f} MB；请减少样本。</translation>
    </message>
    <message>
        <source>{file} is no Perceptra project; choose a file that Perceptra saved.</source>
        <translation>{file} 不是 Perceptra 项目；请选择由 Perceptra 保存的文件。</translation>
    </message>
    <message>
        <source>{file} was saved by a newer Perceptra (file version {version}; this one reads up to {newest}); update Perceptra to open it.</source>
        <translation>{file} 由更新的 Perceptra 保存（文件版本 {version}，本程序最高支持 {newest}）；请更新 Perceptra 后再打开。</translation>
    </message>
    <message>
        <source>The network has {inputs} inputs and {outputs} outputs, but the data have {data_inputs} and {data_outputs}.</source>
        <translation>网络有 {inputs} 个输入和 {outputs} 个输出，而数据有 {data_inputs} 个和 {data_outputs} 个。</translation>
    </message>
    <message>
        <source>The network has {count} weights and biases, but &apos;{name}&apos; has shape {shape}.</source>
        <translation>网络有 {count} 个权值和偏置，而“{name}”的形状是 {shape}。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; holds numbers that are not finite.</source>
        <translation>“{name}”中有不是有限的数。</translation>
    </message>
    <message>
        <source>The project cannot be saved as {file}: {problem}</source>
        <translation>项目无法保存为 {file}：{problem}</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {problem} Open another copy of the file.</source>
        <translation>{file} 无法打开：{problem}请打开该文件的另一份副本。</translation>
    </message>
    <message>
        <source>{file} is no Perceptra project, or is damaged: {error}. Open another copy of the file.</source>
        <translation>{file} 不是 Perceptra 项目，或者已损坏：{error}。请打开该文件的另一份副本。</translation>
    </message>
    <message>
        <source>{file} is damaged or was changed by hand: {error}. Open another copy of the file.</source>
        <translation>{file} 已损坏或被手工修改过：{error}。请打开该文件的另一份副本。</translation>
    </message>
    <message>
        <source>{file} has file version {version}, which no Perceptra ever wrote. Open another copy of the file.</source>
        <translation>{file} 的文件版本是 {version}，没有任何 Perceptra 写过这种版本。请打开该文件的另一份副本。</translation>
    </message>
    <message>
        <source>{file} in {folder} is not a file; choose another name.</source>
        <translation>{folder} 中的 {file} 不是文件；请选择其他名称。</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is {value}; only finite numbers can be saved.</source>
        <translation>“{name}”是 {value}；只能保存有限的数。</translation>
    </message>
    <message>
        <source>An array of type {kind} has no place in a project file.</source>
        <translation>项目文件中不能有类型为 {kind} 的数组。</translation>
    </message>
    <message>
        <source>An array is of type {type} where {kind} is needed.</source>
        <translation>有一个数组的类型是 {type}，而这里需要 {kind}。</translation>
    </message>
    <message>
        <source>An array of shape {shape} is too large.</source>
        <translation>形状为 {shape} 的数组太大。</translation>
    </message>
    <message>
        <source>An array of shape {shape} holds {bytes} bytes, which does not fit.</source>
        <translation>形状为 {shape} 的数组有 {bytes} 个字节，两者不相符。</translation>
    </message>
    <message>
        <source>A mask holds bytes other than 0 and 1.</source>
        <translation>掩码中有 0 和 1 以外的字节。</translation>
    </message>
    <message>
        <source>The data set is empty; add at least one training sample.</source>
        <translation>数据集是空的；请至少添加一个训练样本。</translation>
    </message>
    <message>
        <source>The network has {inputs} inputs but the data has {data_inputs} input columns; give the network as many inputs as there are columns.</source>
        <translation>网络有 {inputs} 个输入，而数据有 {data_inputs} 列输入；请让网络的输入数等于列数。</translation>
    </message>
    <message>
        <source>The output layer has {outputs} units but the data has {data_outputs} target columns; give the output layer one unit for each column.</source>
        <translation>输出层有 {outputs} 个神经元，而数据有 {data_outputs} 列期望输出；请让输出层的每个神经元对应一列。</translation>
    </message>
    <message>
        <source>Training by {rule} is for one layer, but the network has {layers}; remove the hidden layers or choose gradient descent.</source>
        <translation>{rule}只能训练单层网络，而网络有 {layers} 层；请删除隐层或选择梯度下降。</translation>
    </message>
    <message>
        <source>Training by {rule} needs sgn or step units, but the layer is {activation}; change the activation or choose gradient descent.</source>
        <translation>{rule}要求 sgn 或阶跃神经元，而这一层是{activation}；请更改激活函数或选择梯度下降。</translation>
    </message>
    <message>
        <source>Training by {rule} goes sample by sample; set the batch size to 1.</source>
        <translation>{rule}逐个样本训练；请把批量设为 1。</translation>
    </message>
    <message>
        <source>Training by {rule} needs the whole set in one batch; set the batch size to whole set.</source>
        <translation>{rule}要求全部样本作为一批；请把批量设为全部样本。</translation>
    </message>
    <message>
        <source>{activation} units answer {low:g} or {high:g}, so the perceptron rule can never reach a target of {target:g}; code the targets as {low:g} and {high:g} or choose {other} units.</source>
        <translation>{activation}神经元的输出是 {low:g} 或 {high:g}，因此感知器学习规则永远达不到期望输出 {target:g}；请把期望输出编码为 {low:g} 和 {high:g}，或选择{other}神经元。</translation>
    </message>
    <message>
        <source>{what} needs a gradient, and {activation} units have none; choose sigmoid or tanh, or train one layer by the perceptron rule.</source>
        <translation>{what}需要梯度，而{activation}神经元没有梯度；请选择 Sigmoid 或 tanh，或者用感知器学习规则训练单层网络。</translation>
    </message>
    <message>
        <source>Training by {rule}</source>
        <translation>{rule}</translation>
    </message>
    <message>
        <source>{file} holds more than {limit:,} parts; choose another file.</source>
        <translation>{file} 中包含的部分超过 {limit:,} 个；请选择其他文件。</translation>
    </message>
    <message>
        <source>The network has no unit {unit} in layer {layer}.</source>
        <translation>网络的第 {layer} 层没有第 {unit} 个神经元。</translation>
    </message>
    <message>
        <source>The data set is empty; add points first, or choose another one.</source>
        <translation>数据集是空的；请先添加点，或换一个数据集。</translation>
    </message>
    <message>
        <source>Character {at}: a function of one input has one variable, but {first} and {name} stand here. A product needs a ×.</source>
        <translation>第 {at} 个字符：一元函数只有一个变量，这里却有 {first} 和 {name}。乘积需要写 ×。</translation>
    </message>
    <message>
        <source>The function has no finite value at {place}; change the formula or the interval.</source>
        <translation>函数在 {place} 处没有有限的值；请修改公式或区间。</translation>
    </message>
    <message>
        <source>The interval must begin before it ends, within ±{limit:,.0f}; got {low} to {high}.</source>
        <translation>区间的起点必须小于终点，且在 ±{limit:,.0f} 之内；现在是 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>There is no error curve yet; train first, then export it.</source>
        <translation>还没有误差曲线；请先训练，再导出。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {problem}</source>
        <translation>{file}，第 {line} 行：{problem}</translation>
    </message>
    <message>
        <source>{file} holds no weights as Perceptra&apos;s own scripts do; choose a script that Perceptra exported.</source>
        <translation>{file} 中没有 Perceptra 脚本那样的权值；请选择由 Perceptra 导出的脚本。</translation>
    </message>
    <message>
        <source>{file} has no &apos;{name}&apos;; layer {layer} of the network needs them.</source>
        <translation>{file} 中没有“{name}”；网络的第 {layer} 层需要它。</translation>
    </message>
    <message>
        <source>{file}: &apos;{name}&apos; has the shape {found}, layer {layer} of the network needs {shape}.</source>
        <translation>{file}：“{name}”的形状为 {found}，网络的第 {layer} 层需要 {shape}。</translation>
    </message>
    <message>
        <source>{file}: &apos;{name}&apos; must hold finite numbers.</source>
        <translation>{file}：“{name}”必须全部是有限的数。</translation>
    </message>
    <message>
        <source>{file} is no table of weights; its columns must be {columns}.</source>
        <translation>{file} 不是权值表；各列必须是 {columns}。</translation>
    </message>
    <message>
        <source>{file} has no value for layer {layer} from {source} to {unit}; the network needs {count} values.</source>
        <translation>{file} 中缺少第 {layer} 层从 {source} 到 {unit} 的值；网络需要 {count} 个值。</translation>
    </message>
    <message>
        <source>the network has nothing in layer {layer} from {source} to {unit}.</source>
        <translation>网络的第 {layer} 层中没有从 {source} 到 {unit} 的连接。</translation>
    </message>
    <message>
        <source>the value of layer {layer} from {source} to {unit} stands in the file twice.</source>
        <translation>第 {layer} 层从 {source} 到 {unit} 的值在文件中出现了两次。</translation>
    </message>
    <message>
        <source>the value must be a finite number.</source>
        <translation>该值必须是有限的数。</translation>
    </message>
    <message>
        <source>Character {at}: there is no input {name}; use {names}. A product needs a ×.</source>
        <translation>第 {at} 个字符：没有名为 {name} 的输入；可用的有 {names}。乘积需要写 ×。</translation>
    </message>
    <message>
        <source>Character {at}: no input stands in this formula; use {names}.</source>
        <translation>第 {at} 个字符：公式中没有输入；请使用 {names}。</translation>
    </message>
    <message>
        <source>{file}: {count} input columns are chosen, but these data have {wanted}: {names}. Choose as many.</source>
        <translation>{file}：有 {count} 列作为输入，而这些数据有 {wanted} 个输入：{names}。请选择同样多的列。</translation>
    </message>
    <message>
        <source>{file}: the inputs are {found}, but those of these data are {names}; name the columns of the file so, or choose the same ones.</source>
        <translation>{file}：输入列是 {found}，而这些数据的输入是 {names}；请在文件中使用相同的列名，或选择相同的列。</translation>
    </message>
    <message>
        <source>{file}: {count} target columns are chosen, but these data have {wanted}; choose as many.</source>
        <translation>{file}：有 {count} 列作为期望输出，而这些数据有 {wanted} 列；请选择同样多的列。</translation>
    </message>
    <message>
        <source>{cell} is not a target of these data; they are {low} and {high}.</source>
        <translation>{cell} 不是这些数据的期望输出；它们是 {low} 和 {high}。</translation>
    </message>
    <message>
        <source>{cell} is none of the classes of these data: {names}.</source>
        <translation>{cell} 不是这些数据的类别之一：{names}。</translation>
    </message>
    <message>
        <source>{file}: the target must take two different values, like that of these data, or be {low} and {high}; it takes {count}.</source>
        <translation>{file}：期望输出必须像这些数据一样有两个不同的值，或者是 {low} 和 {high}；现在有 {count} 个。</translation>
    </message>
    <message>
        <source>{file} has more than {limit:,} lines; choose a smaller file.</source>
        <translation>{file} 超过 {limit:,} 行；请选择较小的文件。</translation>
    </message>
    <message>
        <source>{file}, line {line}: this line is longer than {limit:,} characters; choose a file with a line for each sample.</source>
        <translation>{file}，第 {line} 行：该行超过 {limit:,} 个字符；请选择每个样本占一行的文件。</translation>
    </message>
    <message>
        <source>{file} has more than {limit:,} rows, more than a sheet can have; save the table as CSV.</source>
        <translation>{file} 超过 {limit:,} 行，多于一张工作表所能容纳的行数；请将表格另存为 CSV。</translation>
    </message>
    <message>
        <source>{file}: “{part}” in it unpacks to {size:,.1f} MB, the limit is {limit:,.0f} MB; save the table as CSV.</source>
        <translation>{file}：其中的“{part}”解压后为 {size:,.1f} MB，上限为 {limit:,.0f} MB；请将表格另存为 CSV。</translation>
    </message>
    <message>
        <source>The saved run {name} belongs to another network.</source>
        <translation>保留的训练 {name} 属于另一个网络。</translation>
    </message>
    <message>
        <source>The curve of the saved run {name} is damaged.</source>
        <translation>保留的训练 {name} 的误差曲线已损坏。</translation>
    </message>
    <message>
        <source>{file}, line {line}: this number is too long; shorten it.</source>
        <translation>{file}，第 {line} 行：这个数太长；请缩短。</translation>
    </message>
    <message>
        <source>neither pictures nor HTML can stand in a text; write &lt; and ! alone</source>
        <translation>文字中不能有图片或 HTML；&lt; 和 ! 请单独书写</translation>
    </message>
    <message>
        <source>There is no text on the clipboard; copy cells of a spreadsheet first.</source>
        <translation>剪贴板中没有文本；请先复制电子表格中的单元格。</translation>
    </message>
    <message>
        <source>What was pasted is too long; save it as a file and open that as a table.</source>
        <translation>粘贴的内容太长；请存为文件，再作为表打开。</translation>
    </message>
    <message>
        <source>The pasted text cannot be read: {error}; check the quotation marks.</source>
        <translation>无法读取粘贴的文本：{error}；请检查引号。</translation>
    </message>
    <message>
        <source>Row {row} of the pasted cells has {cells} cells, the first has {columns}; give every row as many. Nothing was changed.</source>
        <translation>粘贴内容第 {row} 行有 {cells} 个单元格，第一行有 {columns} 个；各行应一样多。没有作任何更改。</translation>
    </message>
    <message>
        <source>noise, test_share, codings, interval and truth_table of a recipe must be numbers.</source>
        <translation>数据集说明中的 noise、test_share、编码、interval 和 truth_table 必须是数值。</translation>
    </message>
    <message>
        <source>an old Excel workbook; open it in a spreadsheet program and save it as .xlsx or CSV</source>
        <translation>旧版 Excel 工作簿；请用电子表格软件打开，另存为 .xlsx 或 CSV</translation>
    </message>
    <message>
        <source>a packed file; unpack it, and import what is in it</source>
        <translation>压缩文件；请先解压，再导入其中的文件</translation>
    </message>
    <message>
        <source>a file of another program; save its table as CSV there</source>
        <translation>其他软件的文件；请在该软件中将表格另存为 CSV</translation>
    </message>
    <message>
        <source>a web page, not the table on it; download the file itself, often by a link called “Raw” or “Download”</source>
        <translation>网页，而不是网页上的表格；请下载文件本身，链接通常叫“Raw”或“Download”</translation>
    </message>
    <message>
        <source>JSON, not a table of lines; save it as CSV, in Python with pandas.read_json(…).to_csv(…)</source>
        <translation>JSON，而不是按行书写的表格；请另存为 CSV，例如在 Python 中用 pandas.read_json(…).to_csv(…)</translation>
    </message>
    <message>
        <source>a PDF document; copy its table into a spreadsheet program and save it as CSV</source>
        <translation>PDF 文档；请将其中的表格复制到电子表格软件，另存为 CSV</translation>
    </message>
    <message>
        <source>{file} is {what}.</source>
        <translation>{file} 是{what}。</translation>
    </message>
    <message>
        <source>{file} is no .npz file with plain arrays: {names} hold dates, or objects, which could be programs; neither is read. Save them as numbers or texts, such as y.astype(str).</source>
        <translation>{file} 不是只含普通数组的 .npz 文件：{names} 中是日期或对象，而对象可能是程序，两者都不会读取。请存为数字或文本，例如 y.astype(str)。</translation>
    </message>
    <message>
        <source>{file} holds dates, or objects, which could be programs; neither is read. Save the array as numbers or texts, such as a.astype(float).</source>
        <translation>{file} 中是日期或对象，而对象可能是程序，两者都不会读取。请将数组存为数字或文本，例如 a.astype(float)。</translation>
    </message>
    <message>
        <source>Left aside, as they hold dates, or objects, which could be programs: {names}. Saved as numbers or texts, such as y.astype(str), they can be read.</source>
        <translation>以下数组中是日期或对象，而对象可能是程序，因此略去：{names}。存为数字或文本（例如 y.astype(str)）后即可读取。</translation>
    </message>
    <message>
        <source>Of columns without names only the first counts a few classes, so it is the target.</source>
        <translation>各列没有名称，只有第一列像少数几个类别的编号，因此作为目标。</translation>
    </message>
    <message>
        <source>Sample {row} ({inputs}): {feature} has no finite value there; change the feature, or move or remove the sample.</source>
        <translation>样本 {row}（{inputs}）：{feature} 在此没有有限的值；请修改该特征，或移动、删除该样本。</translation>
    </message>
    <message>
        <source>There is no scaling {name!r}; choose one of {names}.</source>
        <translation>没有名为 {name!r} 的缩放方式；请从 {names} 中选择。</translation>
    </message>
    <message>
        <source>The network can see {limit} derived features; these are {count}.</source>
        <translation>网络最多能看到 {limit} 个派生特征；现在有 {count} 个。</translation>
    </message>
    <message>
        <source>Take {activation} units for the hidden layers</source>
        <translation>隐层改用 {activation} 神经元</translation>
    </message>
    <message>
        <source>Leave out {count} samples</source>
        <translation>去掉 {count} 个样本</translation>
    </message>
    <message>
        <source>Draw a new start (seed {seed})</source>
        <translation>换一组初始权值（种子 {seed}）</translation>
    </message>
    <message>
        <source>Train without momentum</source>
        <translation>不用动量训练</translation>
    </message>
    <message>
        <source>Train without penalty</source>
        <translation>不用惩罚项训练</translation>
    </message>
    <message>
        <source>Draw a start at random</source>
        <translation>随机抽取初始权值</translation>
    </message>
    <message>
        <source>Scale the inputs</source>
        <translation>缩放输入</translation>
    </message>
    <message>
        <source>Train with the cross-entropy as error</source>
        <translation>改用交叉熵误差训练</translation>
    </message>
    <message>
        <source>Train on the whole set at once</source>
        <translation>每次用全部样本调整权值</translation>
    </message>
    <message>
        <source>Draw a start from −{width:g} … {width:g}</source>
        <translation>从 −{width:g} … {width:g} 中抽取初始权值</translation>
    </message>
    <message>
        <source>Draw a start that suits the number of inputs (Xavier)</source>
        <translation>按输入个数抽取初始权值（Xavier）</translation>
    </message>
    <message>
        <source>Take {activation} units for the output layer</source>
        <translation>输出层改用 {activation} 神经元</translation>
    </message>
    <message>
        <source>Lower the learning rate to {rate:g}</source>
        <translation>将学习率降到 {rate:g}</translation>
    </message>
    <message>
        <source>Raise the learning rate to {rate:g}</source>
        <translation>将学习率提高到 {rate:g}</translation>
    </message>
    <message>
        <source>Train with momentum 0.9</source>
        <translation>用动量 0.9 训练</translation>
    </message>
    <message>
        <source>Add a hidden layer of {units} units</source>
        <translation>添加有 {units} 个神经元的隐层</translation>
    </message>
    <message>
        <source>Train by {rule}</source>
        <translation>改用{rule}训练</translation>
    </message>
    <message>
        <source>There is nothing to diagnose yet: let the Trainer run first.</source>
        <translation>还没有可以诊断的内容：请先让 Trainer 运行。</translation>
    </message>
    <message>
        <source>One input cannot have two desired outputs: the network answers something between them. No weights make the error of these samples 0.</source>
        <translation>同一个输入不能有两个期望输出：网络只能给出两者之间的值。任何权值都不能使这些样本的误差为 0。</translation>
    </message>
    <message>
        <source>A single layer divides the inputs by one straight line for each unit. No line, plane or hyperplane separates these classes, so no weights answer all samples rightly.</source>
        <translation>单层网络的每个神经元只用一条直线划分输入。没有直线、平面或超平面能分开这些类别，因此没有权值能使全部样本都正确。</translation>
    </message>
    <message>
        <source>With so few units the network computes too simple a function of its inputs. However long it trains, it cannot answer all these samples.</source>
        <translation>神经元这样少，网络只能计算很简单的函数。无论训练多久，它都不能使这些样本全部正确。</translation>
    </message>
    <message>
        <source>The output units cannot answer some of the desired outputs, which lie outside the range of their activation. The error stays above 0, and the weights grow without end.</source>
        <translation>有些期望输出在输出神经元激活函数的值域之外，网络无法给出。误差总大于 0，而权值不断增大。</translation>
    </message>
    <message>
        <source>Each update overshoots: the step is larger than the slope of the error allows. The error grows instead of falling.</source>
        <translation>每次调整都越过了目标：步长超过误差坡度所允许的大小。误差不降反升。</translation>
    </message>
    <message>
        <source>Units with equal weights get equal corrections, so they stay equal for ever. Together they compute no more than a single unit does.</source>
        <translation>权值相同的神经元得到相同的调整量，因此永远相同。它们合起来并不比一个神经元计算得更多。</translation>
    </message>
    <message>
        <source>The net inputs are ruled by the largest inputs, and so are the corrections. One learning rate is then too large for some weights and too small for others.</source>
        <translation>净输入和权值调整量都由最大的输入决定。于是同一个学习率对有些权值太大，对另一些又太小。</translation>
    </message>
    <message>
        <source>A unit whose net input is below 0 for every sample answers 0, and its slope is 0. No error comes through it, so its weights no longer change.</source>
        <translation>若神经元对每个样本的净输入都小于 0，它的输出为 0，导数也为 0。误差无法通过它传回，因此它的权值不再改变。</translation>
    </message>
    <message>
        <source>Far from net input 0 the activation is flat, and its slope f′ is almost 0. The error that goes back is multiplied by f′, so the weights hardly change.</source>
        <translation>净输入远离 0 时激活函数很平，导数 f′ 几乎为 0。反向传播的误差要乘以 f′，因此权值几乎不变。</translation>
    </message>
    <message>
        <source>With the squared error the correction of an output is multiplied by its slope f′, which is almost 0 where the output is wrong but sure. With the cross-entropy f′ drops out, and the wrong output is corrected most.</source>
        <translation>用平方误差时，输出的修正量要乘以导数 f′；输出错误却接近极值时 f′ 几乎为 0。用交叉熵时 f′ 被约去，错得越多的输出修正得越多。</translation>
    </message>
    <message>
        <source>There is a slope, but the steps along it are too short. The error falls by less than the digits show.</source>
        <translation>误差有坡度，但沿坡的步子太短。误差的下降小于所显示的位数。</translation>
    </message>
    <message>
        <source>The steps jump across the valley of the error and back. The error goes up and down around a level below which this learning rate does not get.</source>
        <translation>步子在误差的谷两侧来回跳。误差在某一水平上下波动，用这个学习率降不到更低。</translation>
    </message>
    <message>
        <source>The error is almost flat here, so the corrections are tiny. It is no minimum: there is a way down, which plain steps take very long to find.</source>
        <translation>这里的误差几乎是平的，因此调整量极小。这不是极小点：有下降的路，但普通的步子要很久才能找到。</translation>
    </message>
    <message>
        <source>Around these weights every direction leads up or nowhere, so gradient descent stays. The error is lower elsewhere, which only another start, or more units, can reach.</source>
        <translation>在这组权值周围，任何方向都上升或不变，因此梯度下降停在这里。别处的误差更低，但只有换初始权值或增加神经元才能到达。</translation>
    </message>
    <message>
        <source>{count} samples have the inputs of another one but not its desired output; {share:.0%} of what is wrong comes from them</source>
        <translation>{count} 个样本与另一样本输入相同而期望输出不同；{share:.0%} 的错误来自它们</translation>
    </message>
    <message>
        <source>no line or plane separates the samples by desired output {number}: the two classes overlap at {count} samples</source>
        <translation>没有直线或平面能按第 {number} 个期望输出分开样本：两类在 {count} 个样本处重叠</translation>
    </message>
    <message>
        <source>through a single unit of hidden layer {number} the network draws one line, and no line separates the samples</source>
        <translation>第 {number} 隐层只有一个神经元，网络只能画一条直线，而没有直线能分开样本</translation>
    </message>
    <message>
        <source>{count} samples have desired outputs outside {low:g} … {high:g}, all that {activation} units answer</source>
        <translation>{count} 个样本的期望输出不在 {low:g} … {high:g} 之内，而 {activation} 神经元只能输出这个范围</translation>
    </message>
    <message>
        <source>{count} samples hold nine tenths of the error</source>
        <translation>九成误差来自 {count} 个样本</translation>
    </message>
    <message>
        <source>in the last {n} evaluations the error rose {rises} times, swung by {swing:.0%} of itself, and got no lower</source>
        <translation>最近 {n} 次评估中误差上升了 {rises} 次，波动幅度为自身的 {swing:.0%}，并没有降低</translation>
    </message>
    <message>
        <source>from one evaluation to the next the error changes by {change:.1g} of itself; {passes} epochs at the rate {larger:g} lower it by {gain:.0%}, at {rate:.3g} by {now:.1g}</source>
        <translation>相邻两次评估之间误差只改变自身的 {change:.1g}；学习率为 {larger:g} 时 {passes} 次迭代降低 {gain:.0%}，为 {rate:.3g} 时只降低 {now:.1g}</translation>
    </message>
    <message>
        <source>in epoch {epoch:,} the error grew beyond all numbers, at learning rate {rate:g}</source>
        <translation>学习率为 {rate:g} 时，误差在第 {epoch:,} 次迭代中超出了可表示的范围</translation>
    </message>
    <message>
        <source>the error is {times:.3g} times that of always answering the mean, and {start:.3g} times that at a start</source>
        <translation>误差是总以平均值作答时的 {times:.3g} 倍，是初始时的 {start:.3g} 倍</translation>
    </message>
    <message>
        <source>{count} units are off, with output 0, for every sample; the largest net input of any of them is {net:.3g}</source>
        <translation>{count} 个神经元对每个样本的输出都是 0；它们最大的净输入为 {net:.3g}</translation>
    </message>
    <message>
        <source>{share:.0%} of the slopes f′ in layer {number} are below {limit:.0%} of the steepest one, as the net inputs there reach {net:.3g}</source>
        <translation>第 {number} 层有 {share:.0%} 的导数 f′ 低于最大值的 {limit:.0%}，因为那里的净输入达到 {net:.3g}</translation>
    </message>
    <message>
        <source>for {count} samples the output is sure but wrong; the slope f′ there is at most {slope:.1g}, and {share:.0%} of the error comes from them</source>
        <translation>{count} 个样本的输出接近极值却是错的；那里的导数 f′ 不超过 {slope:.1g}，{share:.0%} 的误差来自它们</translation>
    </message>
    <message>
        <source>{count} units of hidden layer {number} have the same weights</source>
        <translation>第 {number} 隐层有 {count} 个神经元权值相同</translation>
    </message>
    <message>
        <source>Dates are inputs, as days since 1970, as nothing else could be: {names}.</source>
        <translation>没有其他列可作输入，因此日期作为输入（自 1970 年起的天数）：{names}。</translation>
    </message>
    <message>
        <source>The feature {name} stands there twice; remove one.</source>
        <translation>特征 {name} 出现了两次；请去掉一个。</translation>
    </message>
    <message>
        <source>Feature {number} ({text}): {problem}</source>
        <translation>特征 {number}（{text}）：{problem}</translation>
    </message>
    <message>
        <source>{word} is none of the words of {column}: {words}.</source>
        <translation>{word} 不是 {column} 的词：{words}。</translation>
    </message>
    <message>
        <source>The numbers are too large to be scaled; remove the largest samples or do not scale.</source>
        <translation>数值太大，无法缩放；请删除最大的样本，或不要缩放。</translation>
    </message>
    <message>
        <source>Draw a start at random (seed {seed})</source>
        <translation>随机抽取初始权值（种子 {seed}）</translation>
    </message>
    <message>
        <source>Train with a hundredth of the penalty</source>
        <translation>惩罚项减到百分之一再训练</translation>
    </message>
    <message>
        <source>The penalty pulls every weight towards 0, and the error pulls it away. Here the penalty is so large that they balance before the network has learned.</source>
        <translation>惩罚项把每个权值拉向 0，误差又把它拉开。这里惩罚项太大，网络还没有学会，两者就已平衡。</translation>
    </message>
    <message>
        <source>{count} samples have desired outputs below {low:g}, the least that {activation} units answer</source>
        <translation>{count} 个样本的期望输出小于 {low:g}，而 {activation} 神经元的输出不会比它更小</translation>
    </message>
    <message>
        <source>the largest values of the inputs lie between {least:,.3g} ({small}) and {most:,.4g} ({large})</source>
        <translation>各输入的最大值在 {least:,.3g}（{small}）与 {most:,.4g}（{large}）之间</translation>
    </message>
    <message>
        <source>with the penalty the error stays at {error:.3g}, with a smaller one it comes down to {lower:.2g}; the largest weight is {size:.2g}</source>
        <translation>有惩罚项时误差停在 {error:.3g}，减小后可降到 {lower:.2g}；最大的权值为 {size:.2g}</translation>
    </message>
    <message>
        <source>A new order of the samples is drawn before the next update; it begins with the next pass.</source>
        <translation>下一次更新之前会重新排列样本；新的顺序从下一遍开始。</translation>
    </message>
    <message>
        <source>The run has no path yet that goes along two directions; train it for a while.</source>
        <translation>训练还没有沿两个方向走过的路径；请先训练一会儿。</translation>
    </message>
    <message>
        <source>The data do not fit the network; give as many inputs and targets as it has.</source>
        <translation>数据与网络不符；请给出与网络同样多的输入和期望输出。</translation>
    </message>
    <message>
        <source>This network with these data is too large for its error surface; use fewer samples.</source>
        <translation>这个网络连同这些数据太大，画不了误差曲面；请减少样本。</translation>
    </message>
    <message>
        <source>A direction must be finite numbers, and not all of them 0.</source>
        <translation>方向必须由有限的数组成，且不能全为 0。</translation>
    </message>
    <message>
        <source>The two directions are the same; choose another one.</source>
        <translation>两个方向相同；请另选一个。</translation>
    </message>
    <message>
        <source>This makes too large a computation graph; take one unit with fewer inputs.</source>
        <translation>这样的计算图太大；请选输入较少的一个神经元。</translation>
    </message>
    <message>
        <source>A unit with {activation} is no computation graph: it has no gradient.</source>
        <translation>{activation} 神经元不能成为计算图：它没有梯度。</translation>
    </message>
    <message>
        <source>{count} readings are needed for {count} columns; got {got}.</source>
        <translation>{count} 列需要 {count} 种读法；给出的是 {got} 种。</translation>
    </message>
    <message>
        <source>{rules} are no rules for cells.</source>
        <translation>{rules} 不是单元格的规则。</translation>
    </message>
    <message>
        <source>{form} is no way to write numbers.</source>
        <translation>{form} 不是一种数字的写法。</translation>
    </message>
    <message>
        <source>{reading} is no way to read a column.</source>
        <translation>{reading} 不是一种读取列的方式。</translation>
    </message>
    <message>
        <source>a cell begins here with a quotation mark that is never closed</source>
        <translation>此处有一个单元格以引号开头，但引号始终没有闭合</translation>
    </message>
    <message>
        <source>The two codes need two different names; got {names}.</source>
        <translation>两个编码需要两个不同的名称；实际为 {names}。</translation>
    </message>
    <message>
        <source>{file} has only one column that can be read; it needs inputs and a target. Choose another file.</source>
        <translation>{file} 中只有一列可以读取；需要输入列和目标列。请选择其他文件。</translation>
    </message>
    <message>
        <source>{file}: beside the images, which are left aside, there is only one column; make rows of numbers of them.</source>
        <translation>{file}：除了被搁置的图像以外只有一列；请把图像展开为数字行。</translation>
    </message>
    <message>
        <source>relational attributes, whose values are tables, cannot be read.</source>
        <translation>无法读取 relational 属性（其值本身是表格）。</translation>
    </message>
    <message>
        <source>What stands below the table, from line {line} on, is passed over.</source>
        <translation>表格下方自第 {line} 行起的内容已跳过。</translation>
    </message>
    <message>
        <source>The header takes two lines, which are read together: {names}.</source>
        <translation>列名占两行，合并读取：{names}。</translation>
    </message>
    <message>
        <source>Line {line} holds units, which are passed over: {names}.</source>
        <translation>第 {line} 行是单位，已跳过：{names}。</translation>
    </message>
    <message>
        <source>Signs of currencies are passed over: {names}.</source>
        <translation>货币符号已略去：{names}。</translation>
    </message>
    <message>
        <source>Numbers in brackets or before a minus are negative, (5.5) is −5.5: {names}.</source>
        <translation>括号内或后跟减号的数字为负数，(5.5) 即 −5.5：{names}。</translation>
    </message>
    <message>
        <source>A bound counts as its number, &lt;0.5 is 0.5: {names}.</source>
        <translation>界限取其数值，&lt;0.5 即 0.5：{names}。</translation>
    </message>
    <message>
        <source>Units behind numbers are passed over, 5 cm is 5, and 1.5k is 1500: {names}.</source>
        <translation>数字后的单位已略去，5 cm 即 5，1.5k 即 1500：{names}。</translation>
    </message>
    <message>
        <source>Line {line} holds types of columns, which are passed over: {names}.</source>
        <translation>第 {line} 行是列的类型，已跳过：{names}。</translation>
    </message>
    <message>
        <source>a table in HTML; open it in a spreadsheet program and save it as .xlsx or CSV</source>
        <translation>HTML 格式的表格；请用电子表格程序打开，另存为 .xlsx 或 CSV</translation>
    </message>
    <message>
        <source>in LIBSVM&apos;s sparse form, not a table; save it as CSV, in Python after sklearn.datasets.load_svmlight_file(…)</source>
        <translation>LIBSVM 的稀疏格式，不是表格；请另存为 CSV，在 Python 中可先用 sklearn.datasets.load_svmlight_file(…) 读取</translation>
    </message>
    <message>
        <source>Left aside, as they are single values or complex numbers: {names}.</source>
        <translation>已搁置，因为它们是单个数值或复数：{names}。</translation>
    </message>
    <message>
        <source>Cells stand between single quotation marks, which are passed over.</source>
        <translation>单元格位于单引号之间，单引号已略去。</translation>
    </message>
    <message>
        <source>{column} says which rows are test samples, so it is left out.</source>
        <translation>{column} 说明哪些行是测试样本，因此不作输入。</translation>
    </message>
    <message>
        <source>Times become hours, 13:45 is 13.75: {names}.</source>
        <translation>时刻变为小时数，13:45 即 13.75：{names}。</translation>
    </message>
    <message>
        <source>Times become minutes, 1 min 30 s is 1.5: {names}.</source>
        <translation>时长变为分钟数，1 min 30 s 即 1.5：{names}。</translation>
    </message>
    <message>
        <source>Times become seconds, 1 min 30 s is 90: {names}.</source>
        <translation>时长变为秒数，1 min 30 s 即 90：{names}。</translation>
    </message>
    <message>
        <source>Times become days, 1 week is 7: {names}.</source>
        <translation>时长变为天数，1 周即 7：{names}。</translation>
    </message>
    <message>
        <source>{count} lists of words are needed for {count} columns; got {got}.</source>
        <translation>{count} 列需要 {count} 个词表；得到 {got} 个。</translation>
    </message>
    <message>
        <source>There is no encoding {name!r} of words; choose one of {names}.</source>
        <translation>没有名为 {name!r} 的词编码；请从 {names} 中选择。</translation>
    </message>
    <message>
        <source>The words of {column} must be up to {limit}, all different.</source>
        <translation>{column} 的词最多 {limit} 个，且须各不相同。</translation>
    </message>
    <message>
        <source>The column {column} holds words; its values must be their codes, 0 to {last}.</source>
        <translation>列 {column} 存放的是词；其值必须是词的编号 0 到 {last}。</translation>
    </message>
    <message>
        <source>ONNX models compute in float32, and that rounds the input {column}: its values reach {size:.6g} and differ by {spread:.3g} (standard deviation), but neighbours in float32 are {step:.3g} apart there. Subtract a fixed number from the column in your table and train again, or export a script, which computes in float64.</source>
        <translation>ONNX 模型以 float32 计算，输入 {column} 会因此被舍入：其值达到 {size:.6g}，彼此相差 {spread:.3g}（标准差），而 float32 中相邻的数在那里相距 {step:.3g}。请在您的表格中从该列减去一个固定的数并重新训练，或导出以 float64 计算的脚本。</translation>
    </message>
    <message>
        <source>The training samples are {count} numbers; up to {limit} can be written into a script or notebook. Export the network without its training, or take fewer samples.</source>
        <translation>训练样本共有 {count} 个数；脚本或笔记本中最多写入 {limit} 个。请导出不含训练的网络，或减少样本。</translation>
    </message>
    <message>
        <source>PyTorch has no optimizer for the rule {rule}; export the notebook or the script that trains in NumPy.</source>
        <translation>PyTorch 没有规则“{rule}”的优化器；请导出用 NumPy 训练的笔记本或脚本。</translation>
    </message>
    <message>
        <source>Character {at}: a comma stands only between the values of a function such as max.</source>
        <translation>第 {at} 个字符：逗号只能放在 max 这类函数的各个值之间。</translation>
    </message>
    <message>
        <source>{file} could not be saved in {folder}: {reason}. Choose another folder or name.</source>
        <translation>{file} 无法保存到 {folder}：{reason}。请选择其他文件夹或名称。</translation>
    </message>
    <message>
        <source>a whole number is needed here</source>
        <translation>这里需要一个整数</translation>
    </message>
    <message>
        <source>a number is needed here</source>
        <translation>这里需要一个数</translation>
    </message>
    <message>
        <source>the number must be at least {least}</source>
        <translation>这个数不能小于 {least}</translation>
    </message>
    <message>
        <source>the number must be greater than {least}</source>
        <translation>这个数必须大于 {least}</translation>
    </message>
    <message>
        <source>the number must be at most {most}</source>
        <translation>这个数不能大于 {most}</translation>
    </message>
    <message>
        <source>a text in quotation marks is needed here</source>
        <translation>这里需要一段带引号的文字</translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation>文字是空的</translation>
    </message>
    <message>
        <source>the text is longer than {most:,} characters</source>
        <translation>文字超过了 {most:,} 个字符</translation>
    </message>
    <message>
        <source>{name} has characters that cannot stand here</source>
        <translation>{name} 含有这里不能使用的字符</translation>
    </message>
    <message>
        <source>its values do not go together</source>
        <translation>其中的值互相不符</translation>
    </message>
    <message>
        <source>a table is needed here</source>
        <translation>这里需要一个表（名称与值）</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>缺少 {name}</translation>
    </message>
    <message>
        <source>a list is needed here</source>
        <translation>这里需要一个列表</translation>
    </message>
    <message>
        <source>at least {least} entries are needed here</source>
        <translation>这里至少需要 {least} 项</translation>
    </message>
    <message>
        <source>at most {most} entries have room here</source>
        <translation>这里最多只能有 {most} 项</translation>
    </message>
    <message>
        <source>a list of {count} entries is needed here</source>
        <translation>这里需要一个有 {count} 项的列表</translation>
    </message>
    <message>
        <source>true or false is needed here</source>
        <translation>这里需要 true 或 false</translation>
    </message>
    <message>
        <source>these are not the bytes of an array</source>
        <translation>这不是一个数组的字节</translation>
    </message>
    <message>
        <source>A file is named by a text or a path; got {place}.</source>
        <translation>文件要用文本或路径来指定；得到的是 {place}。</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>no file can have this name</source>
        <translation>文件不能使用这个名称</translation>
    </message>
    <message>
        <source>the system refuses it, by its error {number}</source>
        <translation>系统拒绝了（系统错误 {number}）</translation>
    </message>
    <message>
        <source>A lesson has 1 to {limit} steps, these slides have {count}; leave some out.</source>
        <translation>一节课程有 1 到 {limit} 步，而这些幻灯片有 {count} 步；请去掉一些。</translation>
    </message>
    <message>
        <source>slide {number}: the run&apos;s end in the place of epoch {epoch}</source>
        <translation>第 {number} 张：显示运行的终点，而不是第 {epoch} 次迭代</translation>
    </message>
    <message>
        <source>slide {number}: all cards in the place of one alone</source>
        <translation>第 {number} 张：显示全部面板，而不是单独一张</translation>
    </message>
    <message>
        <source>slide {number}: the table in its usual size</source>
        <translation>第 {number} 张：表格为通常大小</translation>
    </message>
    <message>
        <source>slide {number}: the answer in sight</source>
        <translation>第 {number} 张：答案不被遮住</translation>
    </message>
    <message>
        <source>slide {number}: the whole network in the place of a part</source>
        <translation>第 {number} 张：显示整个网络，而不是放大的部分</translation>
    </message>
    <message>
        <source>{file} holds no slides; choose a file of slides that Perceptra saved.</source>
        <translation>{file} 中没有幻灯片；请选择 Perceptra 保存的幻灯片文件。</translation>
    </message>
    <message>
        <source>The slides cannot be saved as {file}: they take {size:,.0f} MB, the limit is {limit:,.0f} MB; save them as two files.</source>
        <translation>幻灯片无法保存为 {file}：占 {size:,.0f} MB，上限为 {limit:,.0f} MB；请分成两个文件保存。</translation>
    </message>
    <message>
        <source>A list holds at most {limit} slides; begin another one.</source>
        <translation>一个列表最多 {limit} 张幻灯片；请另建一个。</translation>
    </message>
    <message>
        <source>Slide {number} in {file} is damaged: it needs one part with its project or its lesson. Open another copy of the file.</source>
        <translation>{file} 中的第 {number} 张幻灯片已损坏：它需要一个含有项目或课程的部分。请打开该文件的另一份副本。</translation>
    </message>
    <message>
        <source>{file} is no file of slides, or is damaged. Open another copy of the file.</source>
        <translation>{file} 不是幻灯片文件，或已损坏。请打开该文件的另一份副本。</translation>
    </message>
    <message>
        <source>The list of slides in {file} is damaged or was changed by hand: {error}. Open another copy of the file.</source>
        <translation>{file} 中的幻灯片列表已损坏或被手工改动：{error}。请打开该文件的另一份副本。</translation>
    </message>
    <message>
        <source>this name stands here for the second time</source>
        <translation>这个名称在这里第二次出现</translation>
    </message>
    <message>
        <source>a line must read: name = value</source>
        <translation>每一行必须写成：名称 = 值</translation>
    </message>
    <message>
        <source>a text lacks its closing quotation mark</source>
        <translation>一段文字缺少结尾的引号</translation>
    </message>
    <message>
        <source>in double quotation marks a backslash must be written twice</source>
        <translation>双引号中的反斜杠必须写两次</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>有一个括号没有闭合</translation>
    </message>
    <message>
        <source>this value is no text in quotation marks, no number, no list, and neither true nor false</source>
        <translation>这个值既不是带引号的文字，也不是数、列表、true 或 false</translation>
    </message>
    <message>
        <source>something stands after the value, or a quotation mark is missing</source>
        <translation>值的后面还有别的内容，或者缺少引号</translation>
    </message>
    <message>
        <source>something is missing here or too much</source>
        <translation>这里缺少或多出了什么</translation>
    </message>
    <message>
        <source>{file}, line {line}: {reason}. Mend this line and open the file again.</source>
        <translation>{file} 第 {line} 行：{reason}。请改正这一行后重新打开文件。</translation>
    </message>
    <message>
        <source>There are {inputs} rows of inputs but {targets} of targets; give one for each.</source>
        <translation>输入有 {inputs} 行，期望输出却有 {targets} 行；请使两者一一对应。</translation>
    </message>
    <message>
        <source>The network has {count} parameters, and so has {name}, flat; got the shape {shape}.</source>
        <translation>该网络有 {count} 个参数，{name} 也要有这么多，排成一列；得到的形状是 {shape}。</translation>
    </message>
    <message>
        <source>The network has {count} parameters, and its {name} are one flat vector of that length; got the shape {shape}.</source>
        <translation>该网络有 {count} 个参数，它的 {name} 是同样长度的一维向量；得到的形状是 {shape}。</translation>
    </message>
    <message>
        <source>The network has the layers 0 to {last}, one array each; got {layer}.</source>
        <translation>该网络有第 0 至 {last} 层，每层一个数组；得到的是 {layer}。</translation>
    </message>
    <message>
        <source>Layer {layer} needs an array of the shape {wanted}; got the shape {shape}.</source>
        <translation>第 {layer} 层需要形状为 {wanted} 的数组；得到的形状是 {shape}。</translation>
    </message>
    <message>
        <source>The network has {layers} layers, one array each; got {arrays} arrays.</source>
        <translation>该网络有 {layers} 层，每层一个数组；得到的是 {arrays} 个数组。</translation>
    </message>
    <message>
        <source>Work cannot be kept in {folder}: {reason}. Perceptra must be allowed to write there; else save often.</source>
        <translation>无法把工作保留在 {folder} 中：{reason}。Perceptra 需要有写入该处的权限；否则请您经常保存。</translation>
    </message>
    <message>
        <source>Work cannot be kept in {folder}: {reason}. Make room on that disk, or save the project on another one.</source>
        <translation>无法把工作保留在 {folder} 中：{reason}。请在该磁盘上腾出空间，或把项目保存到另一个磁盘上。</translation>
    </message>
    <message>
        <source>epoch of a bookmark</source>
        <translation>书签的迭代次数</translation>
    </message>
    <message>
        <source>The note of a bookmark can have {limit} characters.</source>
        <translation>书签的附注最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>A project can have {limit} bookmarks; remove one first.</source>
        <translation>一个项目最多有 {limit} 个书签；请您先删除一个。</translation>
    </message>
    <message>
        <source>A data set may hold {limit} samples; this one has room for {room} more.</source>
        <translation>数据集最多可有 {limit} 个样本；这个还能再放 {room} 个。</translation>
    </message>
    <message>
        <source>Only samples that are of one class each can be given another class.</source>
        <translation>只有每个样本恰属一类时，才能改变样本的类别。</translation>
    </message>
    <message>
        <source>{count} samples need as many rows; got {rows}.</source>
        <translation>{count} 个样本需要同样多的行；得到 {rows} 行。</translation>
    </message>
    <message>
        <source>The spread must be finite and at least 0; got {spread}.</source>
        <translation>散布范围必须是不小于 0 的有限数；得到 {spread}。</translation>
    </message>
    <message>
        <source>Row {row} of the pasted cells would be a new sample, which needs all columns; begin in the first column. Nothing was changed.</source>
        <translation>粘贴内容第 {row} 行将成为新样本，需要全部各列；请从第一列开始。没有作任何更改。</translation>
    </message>
    <message>
        <source>The samples of {name} were too many to be kept with it; open the same data first, then restore it.</source>
        <translation>{name} 的样本太多，未能一起保留；请先打开同样的数据，再恢复它。</translation>
    </message>
    <message>
        <source>A name can have {author} characters and notes {notes}; shorten what you wrote.</source>
        <translation>姓名最多 {author} 个字符，笔记最多 {notes} 个字符；请缩短内容。</translation>
    </message>
    <message>
        <source>The words of a column can be put in another order, but not be exchanged.</source>
        <translation>一列的词可以改变顺序，但不能换成别的词。</translation>
    </message>
    <message>
        <source>This connection is cut and stands at 0; restore it to give it a weight.</source>
        <translation>这条连接已切断，权值为 0；请先恢复它，再设定权值。</translation>
    </message>
    <message>
        <source>Only connections can be cut; a bias can be set to 0 and locked.</source>
        <translation>只有连接可以切断；偏置可以设为 0 并锁定。</translation>
    </message>
    <message>
        <source>All of this is locked or cut; unlock or restore it first.</source>
        <translation>所选内容都已锁定或切断；请先解锁或恢复。</translation>
    </message>
    <message>
        <source>Nothing is chosen that has a weight or bias; select a neuron, connection, bias or layer.</source>
        <translation>所选内容没有权值或偏置；请选择神经元、连接、偏置或层。</translation>
    </message>
    <message>
        <source>it holds what no such file can hold</source>
        <translation>其中含有这种文件不可能有的内容</translation>
    </message>
    <message>
        <source>line {line}, field {field}: {problem}</source>
        <translation>第 {line} 行，字段 {field}：{problem}</translation>
    </message>
    <message>
        <source>line {line}: {problem}</source>
        <translation>第 {line} 行：{problem}</translation>
    </message>
    <message>
        <source>line {line} cannot be read at character {column}</source>
        <translation>第 {line} 行第 {column} 个字符处无法读取</translation>
    </message>
    <message>
        <source>it ends in the middle, as after a copy that was broken off</source>
        <translation>文件在中间断开，好像没有复制完整</translation>
    </message>
    <message>
        <source>The saved run&apos;s moments are damaged; reset and train again.</source>
        <translation>保存的训练的时刻记录已损坏；请重置后重新训练。</translation>
    </message>
    <message>
        <source>it holds a value that no project file can hold.</source>
        <translation>其中有项目文件无法保存的值。</translation>
    </message>
    <message>
        <source>it lists more than {limit:,} values</source>
        <translation>其中列出的值超过 {limit:,} 个</translation>
    </message>
    <message>
        <source>The saved run {name} has no data.</source>
        <translation>保留的训练 {name} 没有数据。</translation>
    </message>
    <message>
        <source>There are no samples to place centres by; add at least one.</source>
        <translation>没有可用来放置中心的样本；请至少添加一个。</translation>
    </message>
    <message>
        <source>Centres cannot be placed by {by!r}; choose {names}.</source>
        <translation>不能用 {by!r} 选取中心；请选择 {names}。</translation>
    </message>
    <message>
        <source>The factor of the widths must be a number above 0; got {factor!r}.</source>
        <translation>宽度的倍数必须是大于 0 的数；现为 {factor!r}。</translation>
    </message>
    <message>
        <source>Widths cannot be set by {by!r}; choose {names}.</source>
        <translation>不能用 {by!r} 设定宽度；请选择 {names}。</translation>
    </message>
    <message>
        <source>Least squares weighs what hidden units answer; add an RBF layer or another hidden layer.</source>
        <translation>最小二乘对隐层神经元的输出加权；请添加 RBF 层或其他隐层。</translation>
    </message>
    <message>
        <source>Least squares solves for linear outputs, but these are {activation}; make the output layer linear.</source>
        <translation>最小二乘求解线性输出，而这里的输出为 {activation}；请把输出层改为线性。</translation>
    </message>
    <message>
        <source>The hidden units&apos; answers are not finite; reset the network first.</source>
        <translation>隐层神经元的输出不是有限数；请先重置网络。</translation>
    </message>
    <message>
        <source>The width of an RBF unit must be {least:g} or more; that of unit {unit} would be {width:g}.</source>
        <translation>RBF 神经元的宽度不得小于 {least:g}；神经元 {unit} 的宽度将为 {width:g}。</translation>
    </message>
    <message>
        <source>{what} needs a gradient, and the {activation} units of hidden layer {number} have none; choose sigmoid or tanh for it, or set the weights by hand.</source>
        <translation>{what}需要梯度，而隐层 {number} 的 {activation} 神经元没有梯度；请为该层选择 sigmoid 或 tanh，或手工设定权值。</translation>
    </message>
    <message>
        <source>{what} needs a gradient, and the {activation} units of the output layer have none; choose sigmoid or tanh for it, or set the weights by hand.</source>
        <translation>{what}需要梯度，而输出层的 {activation} 神经元没有梯度；请为该层选择 sigmoid 或 tanh，或手工设定权值。</translation>
    </message>
    <message>
        <source>The marks of the saved error curve are damaged; reset and train again.</source>
        <translation>所保存误差曲线的标记已损坏；请重置后重新训练。</translation>
    </message>
    <message>
        <source>The saved error curve has the shape {shape}, but {expected} was expected; the file is damaged: start the training anew.</source>
        <translation>保存的误差曲线形状为 {shape}，应为 {expected}；文件已损坏：请重新开始训练。</translation>
    </message>
    <message>
        <source>The saved run&apos;s random state cannot be read; reset and train again.</source>
        <translation>保存的训练的随机状态无法读取；请重置后重新训练。</translation>
    </message>
    <message>
        <source>The saved run belongs to another network; reset and train again.</source>
        <translation>保存的训练属于另一个网络；请重置后重新训练。</translation>
    </message>
    <message>
        <source>The saved run belongs to another data set; reset and train again.</source>
        <translation>保存的训练属于另一个数据集；请重置后重新训练。</translation>
    </message>
    <message>
        <source>The saved run&apos;s milestones are damaged; reset and train again.</source>
        <translation>保存的训练的里程碑已损坏；请重置后重新训练。</translation>
    </message>
    <message>
        <source>The saved run is damaged; reset and train again.</source>
        <translation>保存的训练已损坏；请重置后重新训练。</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of the pasted cells: {problem} Nothing was changed.</source>
        <translation>粘贴内容第 {row} 行第 {column} 列：{problem}没有作任何更改。</translation>
    </message>
    <message>
        <source>The pasted cells have {columns} columns, but here fit {inputs} for inputs and one for the class; begin in another column, or open data with other columns as a table. Nothing was changed.</source>
        <translation>粘贴的内容有 {columns} 列，但这里只容得下 {inputs} 列输入和一列类别；请从另一列开始，或将列数不同的数据作为表打开。没有作任何更改。</translation>
    </message>
    <message>
        <source>The pasted cells have {columns} columns, but from the chosen one on there are only {room}; begin further to the left, or open data with other columns as a table. Nothing was changed.</source>
        <translation>粘贴的内容有 {columns} 列，但从所选列起只有 {room} 列；请从更靠左的列开始，或将列数不同的数据作为表打开。没有作任何更改。</translation>
    </message>
    <message>
        <source>one of the targets of a class is {high:g}, the others {low:g}.</source>
        <translation>一个类别的各期望输出中，一个是 {high:g}，其余是 {low:g}。</translation>
    </message>
    <message>
        <source>{cell} is none of {names}.</source>
        <translation>{cell} 不是 {names} 之一。</translation>
    </message>
    <message>
        <source>This cell is empty; it needs a number.</source>
        <translation>此单元格为空；需要一个数。</translation>
    </message>
    <message>
        <source>{cell} is not a number.</source>
        <translation>{cell} 不是数。</translation>
    </message>
    <message>
        <source>This cell is empty; it needs one of {names}.</source>
        <translation>此单元格为空；应为 {names} 之一。</translation>
    </message>
    <message>
        <source>The {name} must be a table of numbers: {problem}.</source>
        <translation>{name} 必须是数字表：{problem}。</translation>
    </message>
    <message>
        <source>they are of the type {type}</source>
        <translation>它们的类型是 {type}</translation>
    </message>
    <message>
        <source>a number in it is too large</source>
        <translation>其中有一个数过大</translation>
    </message>
    <message>
        <source>its rows are not equally long</source>
        <translation>各行的长度不相同</translation>
    </message>
    <message>
        <source>it holds what is no number</source>
        <translation>其中有不是数的内容</translation>
    </message>
    <message>
        <source>{value} is no number</source>
        <translation>{value} 不是数</translation>
    </message>
    <message>
        <source>There is no {what} called {value!r}; choose one of {choices}.</source>
        <translation>没有名为 {value!r} 的{what}；请选择 {choices} 之一。</translation>
    </message>
    <message>
        <source>{low} or more</source>
        <translation>不小于 {low}</translation>
    </message>
    <message>
        <source>from {low} to {high}</source>
        <translation>从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>The {what} must be a whole number, {limits}; got {value!r}.</source>
        <translation>{what}必须是整数，{limits}；现在是 {value!r}。</translation>
    </message>
    <message>
        <source>The {what} must be a number, 0 or more; got {value!r}.</source>
        <translation>{what}必须是不小于 0 的数；现在是 {value!r}。</translation>
    </message>
    <message>
        <source>number of units in a layer</source>
        <translation>一层的神经元数</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>kind of layer</source>
        <translation>层的种类</translation>
    </message>
    <message>
        <source>The units of an RBF layer are Gaussian, not {activation}; make it a dense layer first.</source>
        <translation>RBF 层的神经元是高斯神经元，而不是 {activation}；请先把它改为全连接层。</translation>
    </message>
    <message>
        <source>Gaussian units have a centre and a width; they make an RBF layer, not a dense one.</source>
        <translation>高斯神经元有中心和宽度；它们构成 RBF 层，而不是全连接层。</translation>
    </message>
    <message>
        <source>number of inputs</source>
        <translation>输入数</translation>
    </message>
    <message>
        <source>A network has 1 to {limit} layers; got {layers}.</source>
        <translation>网络可以有 1 到 {limit} 层；现在是 {layers} 层。</translation>
    </message>
    <message>
        <source>softmax compares the units of the output layer; choose another one for hidden layers.</source>
        <translation>softmax 是在输出层的神经元之间作比较的；请为隐层选择其他激活函数。</translation>
    </message>
    <message>
        <source>softmax needs two outputs or more; use sigmoid for a single output.</source>
        <translation>softmax 需要两个或更多输出；只有一个输出时请用 Sigmoid。</translation>
    </message>
    <message>
        <source>initialization</source>
        <translation>初始化方法</translation>
    </message>
    <message>
        <source>initial range</source>
        <translation>初始范围</translation>
    </message>
    <message>
        <source>An RBF layer compares the inputs themselves with its centres, so it must be the first hidden layer; no layer can stand before it, and it cannot be the output layer.</source>
        <translation>RBF 层把输入本身与中心比较，因此必须是第一隐层；它前面不能有其他层，它也不能作输出层。</translation>
    </message>
    <message>
        <source>An RBF layer cannot be the output layer: add an output layer that weighs what its units answer.</source>
        <translation>RBF 层不能作输出层：请添加一个对其输出加权的输出层。</translation>
    </message>
    <message>
        <source>there is no {name} (did you mean {other}?)</source>
        <translation>没有 {name}（您是不是想写 {other}？）</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>学习规则</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 惩罚</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 惩罚</translation>
    </message>
    <message>
        <source>The momentum must be below 1, or steps would never fade; got {momentum:g}.</source>
        <translation>动量必须小于 1，否则步子永远不会减弱；现在是 {momentum:g}。</translation>
    </message>
    <message>
        <source>number of passes between two evaluations</source>
        <translation>两次评估之间的迭代次数</translation>
    </message>
    <message>
        <source>A run can have {limit} milestones; got {count}.</source>
        <translation>一次训练最多有 {limit} 个里程碑；给出了 {count} 个。</translation>
    </message>
    <message>
        <source>target error</source>
        <translation>目标误差</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>limit of epochs</source>
        <translation>迭代次数上限</translation>
    </message>
    <message>
        <source>milestone</source>
        <translation>里程碑</translation>
    </message>
    <message>
        <source>Give one vector for each of the {units} output units, with semicolons between; got {got}.</source>
        <translation>请为 {units} 个输出神经元各给出一个向量，用分号隔开；现有 {got} 个。</translation>
    </message>
    <message>
        <source>{text} is not a number; give numbers with commas between.</source>
        <translation>{text} 不是数；请给出用逗号隔开的数。</translation>
    </message>
    <message>
        <source>A start vector is ({names}), {wanted} numbers; got {got}.</source>
        <translation>初始向量是 ({names})，共 {wanted} 个数；现有 {got} 个。</translation>
    </message>
    <message>
        <source>This start cannot be computed ({problem}); choose another start, a smaller network or other data.</source>
        <translation>无法计算这个起点（{problem}）；请选择另一个起点、较小的网络或其他数据。</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>its numbers become too large</source>
        <translation>其中的数变得过大</translation>
    </message>
    <message>
        <source>Set a target error first: for real-valued targets nothing else tells what success is.</source>
        <translation>请先设置目标误差：对实数目标，没有别的标准说明何为成功。</translation>
    </message>
    <message>
        <source>{file} is written in UTF-16; save it as UTF-8 and open it again.</source>
        <translation>{file} 的编码是 UTF-16；请另存为 UTF-8 后再打开。</translation>
    </message>
    <message>
        <source>{file}, line {line}, character {column}: this is no text but a binary file; choose a text file.</source>
        <translation>{file} 第 {line} 行第 {column} 个字符：这不是文本，而是二进制文件；请选择文本文件。</translation>
    </message>
    <message>
        <source>the folder does not exist</source>
        <translation>文件夹不存在</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>no space left on the disk</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>your share of the disk is full</source>
        <translation>您的磁盘配额已用完</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>this is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>a part of the path is no folder</source>
        <translation>路径中有一部分不是文件夹</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>another program uses it</source>
        <translation>另一个程序正在使用它</translation>
    </message>
    <message>
        <source>the file would be larger than the system allows</source>
        <translation>文件将超过系统允许的大小</translation>
    </message>
    <message>
        <source>the link leads in a circle</source>
        <translation>链接形成了循环</translation>
    </message>
    <message>
        <source>the disk or the network drive does not answer properly</source>
        <translation>磁盘或网络驱动器没有正常响应</translation>
    </message>
    <message>
        <source>{file} is not a file; choose a file.</source>
        <translation>{file} 不是文件；请选择一个文件。</translation>
    </message>
    <message>
        <source>{file} holds {size:,.0f} MB, the limit is {limit:,.0f} MB; choose a smaller file.</source>
        <translation>{file} 有 {size:,.0f} MB，上限是 {limit:,.0f} MB；请选择较小的文件。</translation>
    </message>
    <message>
        <source>{file} was not found in {folder}; check the name and the folder.</source>
        <translation>在 {folder} 中找不到 {file}；请检查名称和文件夹。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Check the file and its permissions.</source>
        <translation>{file} 无法读取：{reason}。请检查该文件及其权限。</translation>
    </message>
    <message>
        <source>{file}, line {line}, character {column}: the byte {byte:#04x} is not UTF-8; save the file as UTF-8.</source>
        <translation>{file} 第 {line} 行第 {column} 个字符：字节 {byte:#04x} 不是 UTF-8；请把文件保存为 UTF-8。</translation>
    </message>
    <message>
        <source>A race has {fewest} to {most} contenders; these are {count}.</source>
        <translation>一场竞赛有 {fewest} 至 {most} 个参赛者；这里有 {count} 个。</translation>
    </message>
    <message>
        <source>A setting can be varied through 1 to {limit} values; got {count}.</source>
        <translation>一个设置可取 1 至 {limit} 个值；现在是 {count} 个。</translation>
    </message>
    <message>
        <source>{n_starts} starts for each of {cells} combinations are {count} together; try at most {limit}.</source>
        <translation>{cells} 种组合各 {n_starts} 组初值，共 {count} 组；至多试 {limit} 组。</translation>
    </message>
    <message>
        <source>A layer has 1 to {limit} units; got {value}.</source>
        <translation>一层有 1 至 {limit} 个神经元；现在是 {value}。</translation>
    </message>
    <message>
        <source>A batch has a whole number of samples, 0 for the whole set; got {value}.</source>
        <translation>一批的样本数应为整数，0 表示整个样本集；现在是 {value}。</translation>
    </message>
    <message>
        <source>there is no {name}</source>
        <translation>没有 {name}</translation>
    </message>
    <message>
        <source>The {name} must be True or False everywhere; got {values}.</source>
        <translation>{name} 处处都必须是 True 或 False；得到的是 {values}。</translation>
    </message>
    <message>
        <source>{what} must be True or False; got {value}.</source>
        <translation>{what} 必须是 True 或 False；得到的是 {value}。</translation>
    </message>
    <message>
        <source>{what} must be a {kind}; got {value}.</source>
        <translation>{what} 必须是 {kind}；得到的是 {value}。</translation>
    </message>
    <message>
        <source>The {what} must be a list; got {values}.</source>
        <translation>{what} 必须是列表；得到的是 {values}。</translation>
    </message>
    <message>
        <source>The {what} must be a number from 0 to {high:g}; got {value!r}.</source>
        <translation>{what}必须是 0 到 {high:g} 之间的数；现在是 {value!r}。</translation>
    </message>
    <message>
        <source>The start holds values that are not finite; reset the network or draw a new start.</source>
        <translation>初始值中有不是有限的数；请重置网络，或重新抽取初始值。</translation>
    </message>
    <message>
        <source>number of epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>number of updates</source>
        <translation>更新次数</translation>
    </message>
    <message>
        <source>number of a run</source>
        <translation>训练的编号</translation>
    </message>
    <message>
        <source>Nothing would end this run; give the number of epochs, or set max_epochs, target_error or stop_when_all_right.</source>
        <translation>没有任何条件会结束这次训练；请给出迭代次数，或设置 max_epochs、target_error 或 stop_when_all_right。</translation>
    </message>
    <message>
        <source>decay of the learning rate</source>
        <translation>学习率衰减</translation>
    </message>
</context>
<context>
    <name>EngineNames</name>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>单极性 Sigmoid</translation>
    </message>
    <message>
        <source>bipolar sigmoid</source>
        <translation>双极性 Sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>带泄漏 ReLU</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>sgn</source>
        <translation>sgn</translation>
    </message>
    <message>
        <source>step</source>
        <translation>阶跃</translation>
    </message>
    <message>
        <source>the perceptron rule</source>
        <translation>感知器学习规则</translation>
    </message>
    <message>
        <source>the Widrow-Hoff rule</source>
        <translation>Widrow-Hoff 规则</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>gradient descent with an adaptive rate</source>
        <translation>自适应学习率的梯度下降</translation>
    </message>
    <message>
        <source>Rprop</source>
        <translation>Rprop</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>the squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>the cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Nesterov&apos;s accelerated gradient</source>
        <translation>Nesterov 加速梯度</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
</context>
<context>
    <name>EquationStrip</name>
    <message>
        <source>Equations of the lines</source>
        <translation>边界线的方程</translation>
    </message>
    <message>
        <source>Flip the line</source>
        <translation>翻转边界线</translation>
    </message>
    <message>
        <source>Let the chosen unit fire on the other side of its line (key F)</source>
        <translation>让所选神经元在边界线的另一侧激活（F 键）</translation>
    </message>
    <message>
        <source>Bring the line into the middle</source>
        <translation>把边界线移到中间</translation>
    </message>
    <message>
        <source>Bring the chosen line into the middle of the picture (key C)</source>
        <translation>把所选边界线移到图的中间（C 键）</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>More controls of the error curve</source>
        <translation>误差曲线的更多控件</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>Show the errors on a logarithmic scale: small ones stay apart</source>
        <translation>用对数坐标显示误差：小的误差也能分清</translation>
    </message>
    <message>
        <source>Auto range</source>
        <translation>自动范围</translation>
    </message>
    <message>
        <source>Fit the axes to the run while it goes on; zooming switches this off</source>
        <translation>训练时坐标轴自动适应；缩放后即关闭</translation>
    </message>
    <message>
        <source>Export the error curve as CSV</source>
        <translation>将误差曲线导出为 CSV</translation>
    </message>
    <message>
        <source>Write the curve with all digits into a table that spreadsheets can read</source>
        <translation>将曲线以全部位数写入电子表格可读的表</translation>
    </message>
    <message>
        <source>Mean error per sample of the training set</source>
        <translation>训练集每个样本的平均误差</translation>
    </message>
    <message>
        <source>A logarithmic axis never comes down to 0: errors of exactly 0 are marked at its lower edge</source>
        <translation>对数坐标轴到不了 0：恰好为 0 的误差标在下边缘</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>error 0</source>
        <translation>误差 0</translation>
    </message>
    <message>
        <source>Mean error per sample of the test set</source>
        <translation>测试集每个样本的平均误差</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>Training error of the last five runs</source>
        <translation>最近五次训练的误差</translation>
    </message>
    <message>
        <source>Training stops when the error is down here</source>
        <translation>误差降到这里时停止训练</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>ErrorCurveFeature</name>
    <message>
        <source>Export the error curve</source>
        <translation>导出误差曲线</translation>
    </message>
    <message>
        <source>Error curve written to {path}, {count} rows.</source>
        <translation>误差曲线已写入 {path}，共 {count} 行。</translation>
    </message>
</context>
<context>
    <name>ErrorPlot</name>
    <message>
        <source>Error curve</source>
        <translation>误差曲线</translation>
    </message>
    <message>
        <source>The wheel zooms, a drag moves the view, Home or a double click follows the run again.</source>
        <translation>滚轮缩放，拖动平移，按 Home 或双击重新跟随训练。</translation>
    </message>
    <message>
        <source>mean error per sample</source>
        <translation>样本平均误差</translation>
    </message>
    <message>
        <source>mean error</source>
        <translation>平均误差</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Train draws the error here, epoch by epoch: watch it fall.</source>
        <translation>训练时这里逐次迭代画出误差：看它下降。</translation>
    </message>
    <message>
        <source>Epoch {epoch}: mean error per sample {train}, of the test set {test}</source>
        <translation>迭代 {epoch}：每个样本的平均误差 {train}，测试集 {test}</translation>
    </message>
    <message>
        <source>Epoch {epoch}: mean error per sample {train}</source>
        <translation>迭代 {epoch}：每个样本的平均误差 {train}</translation>
    </message>
</context>
<context>
    <name>ErrorSurface</name>
    <message>
        <source>random direction {number}</source>
        <translation>随机方向 {number}</translation>
    </message>
    <message>
        <source>path direction {number} ({share} %)</source>
        <translation>路径方向 {number}（{share} %）</translation>
    </message>
    <message>
        <source>path direction {number}</source>
        <translation>路径方向 {number}</translation>
    </message>
    <message>
        <source>none: a curve</source>
        <translation>无：画成曲线</translation>
    </message>
    <message>
        <source>a weight</source>
        <translation>一个权值</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Error surface</source>
        <translation>误差曲面</translation>
    </message>
    <message>
        <source>Start from {place}</source>
        <translation>从 {place} 开始</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {place}, error {error}</source>
        <translation>第 {epoch} 次迭代：{place}，误差 {error}</translation>
    </message>
    <message>
        <source>Minimum in this plane: {place}, error {error}</source>
        <translation>此平面内的极小点：{place}，误差 {error}</translation>
    </message>
    <message>
        <source>Saddle in this plane: {place}, error {error}</source>
        <translation>此平面内的鞍点：{place}，误差 {error}</translation>
    </message>
    <message>
        <source>{place}, error {error}</source>
        <translation>{place}，误差 {error}</translation>
    </message>
    <message>
        <source>The path is projected: only its end lies on this surface.</source>
        <translation>路径是投影：只有终点在此曲面上。</translation>
    </message>
    <message>
        <source>Outputs that jump give a surface of steps: it has no slope that training could follow.</source>
        <translation>输出跳变的神经元使曲面成为台阶：没有可供训练沿着下降的坡度。</translation>
    </message>
    <message>
        <source>{share} % of the picture, hatched, have no error that is a finite number.</source>
        <translation>图中 {share} % 的部分（阴影线）误差不是有限的数。</translation>
    </message>
    <message>
        <source>A finer picture is being computed.</source>
        <translation>正在计算更细的图。</translation>
    </message>
    <message>
        <source>The picture stays coarse: {samples} samples and {weights} weights take too long otherwise.</source>
        <translation>图保持粗略：{samples} 个样本和 {weights} 个权值，再细就要算太久。</translation>
    </message>
    <message>
        <source>This is the whole error surface: there are no other weights.</source>
        <translation>这就是完整的误差曲面：没有其他权值。</translation>
    </message>
    <message>
        <source>This is the whole error surface: all that is not shown, {count} weights, is locked or cut.</source>
        <translation>这就是完整的误差曲面：其他 {count} 个权值已锁定或断开。</translation>
    </message>
    <message>
        <source>Not shown: {count} weights, with the values of this moment.</source>
        <translation>未显示：{count} 个权值，保持此刻的值。</translation>
    </message>
    <message>
        <source>These two directions hold {share} % of the variance of the run&apos;s path.</source>
        <translation>这两个方向包含了训练路径方差的 {share} %。</translation>
    </message>
    <message>
        <source>All weights change along such a direction.</source>
        <translation>沿这样的方向，所有权值都在变化。</translation>
    </message>
    <message>
        <source>No minimum and no saddle in the picture.</source>
        <translation>图中没有极小点，也没有鞍点。</translation>
    </message>
    <message>
        <source>Minima ▽: {minima}, saddles ×: {saddles}.</source>
        <translation>极小点 ▽：{minima} 个，鞍点 ×：{saddles} 个。</translation>
    </message>
</context>
<context>
    <name>ErrorSurfaceFeature</name>
    <message>
        <source>The engine is being compiled; the surface comes after that.</source>
        <translation>正在编译计算引擎；完成后显示曲面。</translation>
    </message>
</context>
<context>
    <name>ErrorSurfacePage</name>
    <message>
        <source>Error surface</source>
        <translation>误差曲面</translation>
    </message>
    <message>
        <source>There is no error to draw: the data must have samples, and the network must fit them.</source>
        <translation>没有可画的误差：数据中要有样本，网络也要与之相符。</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>Training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>{name}: {rate} right ({right}/{count})</source>
        <translation>{name}：正确率 {rate}（{right}/{count}）</translation>
    </message>
    <message>
        <source>{name}: no samples</source>
        <translation>{name}：没有样本</translation>
    </message>
    <message>
        <source>{name}: RMSE {rmse}, R² {r2}</source>
        <translation>{name}：RMSE {rmse}，R² {r2}</translation>
    </message>
    <message>
        <source>{count} of {support} samples of {target} ({share}) were recognised.</source>
        <translation>类别 {target} 的 {support} 个样本中有 {count} 个（{share}）被正确识别。</translation>
    </message>
    <message>
        <source>{count} of {support} samples of {target} ({share}) were taken for {decided}.</source>
        <translation>类别 {target} 的 {support} 个样本中有 {count} 个（{share}）被判为 {decided}。</translation>
    </message>
    <message>
        <source>TN: true negatives, low and taken for low</source>
        <translation>TN：真负例，期望为低，判为低</translation>
    </message>
    <message>
        <source>FP: false positives, low but taken for high</source>
        <translation>FP：假正例，期望为低，判为高</translation>
    </message>
    <message>
        <source>FN: false negatives, high but taken for low</source>
        <translation>FN：假负例，期望为高，判为低</translation>
    </message>
    <message>
        <source>TP: true positives, high and taken for high</source>
        <translation>TP：真正例，期望为高，判为高</translation>
    </message>
</context>
<context>
    <name>EvaluationContent</name>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Confusion matrix: which classes are taken for which</source>
        <translation>混淆矩阵：哪些类别被判为哪些类别</translation>
    </message>
    <message>
        <source>Per class</source>
        <translation>各类指标</translation>
    </message>
    <message>
        <source>Precision, recall and F1 of every class</source>
        <translation>每个类别的精确率、召回率和 F1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy all figures with every digit, for a spreadsheet</source>
        <translation>复制全部指标（全部数位），可粘贴到电子表格</translation>
    </message>
    <message>
        <source>CSV …</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Save all figures as a CSV file</source>
        <translation>把全部指标保存为 CSV 文件</translation>
    </message>
    <message>
        <source>Output whose decisions are counted</source>
        <translation>统计哪个输出的判断</translation>
    </message>
    <message>
        <source>Figures of every class or output</source>
        <translation>每个类别或输出的指标</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>overall</source>
        <translation>总体</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Blue: right, orange: wrong, by share of the row. Click a cell to mark its samples.</source>
        <translation>蓝：正确，橙：错误，按占该行的比例着色。单击格子可标出其样本。</translation>
    </message>
</context>
<context>
    <name>EvaluationFeature</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Save the evaluation</source>
        <translation>保存评估结果</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
</context>
<context>
    <name>EvaluationPanel</name>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>There are no samples to evaluate.</source>
        <translation>没有可评估的样本。</translation>
    </message>
    <message>
        <source>No answers of this network to these samples yet.</source>
        <translation>这个网络还没有对这些样本给出输出。</translation>
    </message>
</context>
<context>
    <name>Explanations</name>
    <message>
        <source>Choose a sample of the training set: here, or in the sample table.</source>
        <translation>请选择一个训练样本：在这里，或在样本表中。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Script for NumPy (*.py)</source>
        <translation>NumPy 脚本 (*.py)</translation>
    </message>
    <message>
        <source>Script for PyTorch (*.py)</source>
        <translation>PyTorch 脚本 (*.py)</translation>
    </message>
    <message>
        <source>Notebook that trains, in NumPy (*.ipynb)</source>
        <translation>可训练的笔记本，用 NumPy (*.ipynb)</translation>
    </message>
    <message>
        <source>Script that trains, in NumPy (*.py)</source>
        <translation>可训练的脚本，用 NumPy (*.py)</translation>
    </message>
    <message>
        <source>Script that trains, in PyTorch (*.py)</source>
        <translation>可训练的脚本，用 PyTorch (*.py)</translation>
    </message>
    <message>
        <source>ONNX model (*.onnx)</source>
        <translation>ONNX 模型 (*.onnx)</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npz)</source>
        <translation>NumPy 数组 (*.npz)</translation>
    </message>
    <message>
        <source>Table of weights (*.csv)</source>
        <translation>权值表格 (*.csv)</translation>
    </message>
    <message>
        <source>PNG – picture of pixels</source>
        <translation>PNG – 像素图片</translation>
    </message>
    <message>
        <source>SVG – drawing, sharp at any size</source>
        <translation>SVG – 矢量图，任意放大都清晰</translation>
    </message>
    <message>
        <source>PDF – drawing, sharp at any size</source>
        <translation>PDF – 矢量图，任意放大都清晰</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>There is not enough memory for this; close other programs, or use fewer samples.</source>
        <translation>内存不足，无法完成；请关闭其他程序，或使用较少的样本。</translation>
    </message>
    <message>
        <source>This could not be done, because of a fault of the program ({what}); tell those who make Perceptra.</source>
        <translation>由于程序的一个错误（{what}），这项操作没有完成；请告知 Perceptra 的开发者。</translation>
    </message>
</context>
<context>
    <name>FaultNotice</name>
    <message>
        <source>A fault of the program ({what}) has spoiled something in the window. Your work is untouched: save it, and tell those who make Perceptra.</source>
        <translation>程序出错（{what}），窗口中有内容未能正确显示。您的作品没有受损：请保存，并告知 Perceptra 的作者。</translation>
    </message>
</context>
<context>
    <name>FiguresModel</name>
    <message>
        <source>not defined: 0 of 0</source>
        <translation>无定义：0/0</translation>
    </message>
</context>
<context>
    <name>FileGuard</name>
    <message>
        <source>{name} was changed by another program since you opened or saved it.</source>
        <translation>自您打开或保存以来，{name} 已被其他程序更改。</translation>
    </message>
    <message>
        <source>{name} is open in another window, too.</source>
        <translation>{name} 也在另一个窗口中打开。</translation>
    </message>
    <message>
        <source>{name} is open in another window, too (process {process} on {host}).</source>
        <translation>{name} 也在另一个窗口中打开（{host} 上的进程 {process}）。</translation>
    </message>
</context>
<context>
    <name>FileQuestions</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>Lessons (*.toml)</source>
        <translation>课程 (*.toml)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>The picture could not be written to {path}; choose another place.</source>
        <translation>图片无法写入 {path}；请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>FileReader</name>
    <message>
        <source>Reading {name} …</source>
        <translation>正在读取 {name} …</translation>
    </message>
</context>
<context>
    <name>FileWork</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message>
        <source>Show it in the window</source>
        <translation>在窗口中指出</translation>
    </message>
    <message>
        <source>Marks the units, the samples and the stretch of the error curve</source>
        <translation>标出神经元、样本和误差曲线的这一段</translation>
    </message>
</context>
<context>
    <name>FixedSliders</name>
    <message>
        <source>Value of {name}</source>
        <translation>{name} 的值</translation>
    </message>
    <message>
        <source>Where the slice lies in {name}</source>
        <translation>截面在 {name} 上的位置</translation>
    </message>
</context>
<context>
    <name>FontNotice</name>
    <message>
        <source>This computer has no Chinese font, so Chinese text shows as boxes. Install one – on Debian or Ubuntu by: sudo apt install fonts-noto-cjk, on Fedora by: sudo dnf install google-noto-sans-cjk-fonts – and start Perceptra again.</source>
        <translation>这台电脑没有中文字体，所以中文显示为方框。请您安装一种中文字体（Debian 或 Ubuntu：sudo apt install fonts-noto-cjk；Fedora：sudo dnf install google-noto-sans-cjk-fonts），然后重新启动 Perceptra。</translation>
    </message>
    <message>
        <source>This computer has no Chinese font, so Chinese text shows as boxes. Add Chinese to the languages in the settings of the system, and start Perceptra again.</source>
        <translation>这台电脑没有中文字体，所以中文显示为方框。请您在系统设置的语言中添加中文，然后重新启动 Perceptra。</translation>
    </message>
</context>
<context>
    <name>FormulaEntry</name>
    <message>
        <source>A formula of your own, such as {example}</source>
        <translation>自定义公式，例如 {example}</translation>
    </message>
    <message>
        <source>Formula of a feature</source>
        <translation>特征的公式</translation>
    </message>
    <message>
        <source>Inputs by name or as x1, x2 …; + − × ÷ ^, sin, cos, exp, log, sqrt, max and more</source>
        <translation>输入写列名或 x1、x2 …；可用 + − × ÷ ^、sin、cos、exp、log、sqrt、max 等</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add the feature</source>
        <translation>添加该特征</translation>
    </message>
    <message>
        <source>Let the network see this feature too</source>
        <translation>让网络也看到这个特征</translation>
    </message>
</context>
<context>
    <name>FormulaPanel</name>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>有效数字</translation>
    </message>
    <message>
        <source>How many significant figures the numbers in the formula have at most</source>
        <translation>公式中的数最多取几位有效数字</translation>
    </message>
    <message>
        <source>A row of a step, or a line of the code, appears here as a formula.</source>
        <translation>某一步的一行，或一行代码，会在这里显示为公式。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the formula with its numbers as text</source>
        <translation>把代入数值的公式复制为文本</translation>
    </message>
    <message>
        <source>Copy LaTeX</source>
        <translation>复制 LaTeX</translation>
    </message>
    <message>
        <source>{setting}, a setting of training: a click goes to its field</source>
        <translation>{setting}，训练设置：单击即转到它的输入框</translation>
    </message>
    <message>
        <source>From step {number}, {title}: a click goes there</source>
        <translation>来自第 {number} 步“{title}”：单击即可前往</translation>
    </message>
    <message>
        <source>Copy the formula with its numbers as LaTeX</source>
        <translation>把代入数值的公式复制为 LaTeX</translation>
    </message>
</context>
<context>
    <name>FunctionEditor</name>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>A function of one input, such as 1 + sin(π·x/4)</source>
        <translation>一元函数，例如 1 + sin(π·x/4)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Where the samples begin</source>
        <translation>样本从哪里开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>Where the samples end</source>
        <translation>样本到哪里结束</translation>
    </message>
    <message>
        <source>Examples of functions</source>
        <translation>函数示例</translation>
    </message>
    <message>
        <source>Change the function</source>
        <translation>修改函数</translation>
    </message>
</context>
<context>
    <name>FunctionPanel</name>
    <message>
        <source>Activation functions</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>The neuron whose net input is marked on the curves</source>
        <translation>曲线上标出其净输入的神经元</translation>
    </message>
    <message>
        <source>Choose a sample, and its net input appears on the curves.</source>
        <translation>选择一个样本，曲线上就会标出它的净输入。</translation>
    </message>
    <message>
        <source>(softmax compares all outputs; it has no curve of one net input)</source>
        <translation>（softmax 比较所有输出，没有单个净输入的曲线）</translation>
    </message>
    <message>
        <source>f solid, f′ dashed</source>
        <translation>实线为 f，虚线为 f′</translation>
    </message>
</context>
<context>
    <name>GraphCanvas</name>
    <message>
        <source>Computation graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>value {number}</source>
        <translation>值 {number}</translation>
    </message>
</context>
<context>
    <name>GraphSteps</name>
    <message>
        <source>Before the first step</source>
        <translation>第一步之前</translation>
    </message>
    <message>
        <source>Step {step} of {steps} · forward · {name}</source>
        <translation>第 {step} 步，共 {steps} 步 · 前向 · {name}</translation>
    </message>
    <message>
        <source>Step {step} of {steps} · backward begins · {name}</source>
        <translation>第 {step} 步，共 {steps} 步 · 反向开始 · {name}</translation>
    </message>
    <message>
        <source>Step {step} of {steps} · backward · {name}</source>
        <translation>第 {step} 步，共 {steps} 步 · 反向 · {name}</translation>
    </message>
    <message>
        <source>The expression is a single value; its gradient is 1.</source>
        <translation>这个表达式只是一个值，梯度为 1。</translation>
    </message>
    <message>
        <source>The variables have their values. Each step forward computes one node from its inputs; after the last node, each step backward hands gradients on from one node to its inputs.</source>
        <translation>变量已有数值。前向的每一步由一个节点的输入算出它的值；算完最后一个节点后，反向的每一步把梯度从一个节点传给它的输入。</translation>
    </message>
    <message>
        <source>Here it cannot go on, at {name}: {reason}</source>
        <translation>到 {name} 处无法继续：{reason}</translation>
    </message>
    <message>
        <source>{name} receives {inputs} and computes {value}.</source>
        <translation>{name} 收到 {inputs}，算出 {value}。</translation>
    </message>
    <message>
        <source>The result changes as much as itself, so its gradient is 1. From here on, gradients go back.</source>
        <translation>结果对自身的变化率是 1，所以它的梯度是 1。梯度从这里开始反向传播。</translation>
    </message>
    <message>
        <source>{name} has received the gradient {upstream}. To each input it hands on upstream × local = downstream.</source>
        <translation>{name} 收到的梯度是 {upstream}。它传给每个输入的是：上游梯度 × 局部梯度 = 下游梯度。</translation>
    </message>
    <message>
        <source>{gradient} by way of {name}</source>
        <translation>经由 {name} 的 {gradient}</translation>
    </message>
    <message>
        <source>({count} more to come)</source>
        <translation>（还有 {count} 项未到）</translation>
    </message>
</context>
<context>
    <name>HelpPages</name>
    <message>
        <source>First steps</source>
        <translation>快速入门</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Build a feed-forward network, pick a gate or your own data, and watch it learn.</source>
        <translation>搭一个前馈网络，选一种逻辑运算或自己的数据，看它学习。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>自由软件，采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>Made with Python, Qt (PySide6, LGPL), pyqtgraph, NumPy, Numba and SciPy.</source>
        <translation>使用 Python、Qt（PySide6，LGPL）、pyqtgraph、NumPy、Numba 和 SciPy 制作。</translation>
    </message>
    <message>
        <source>About Perceptra</source>
        <translation>关于 Perceptra</translation>
    </message>
</context>
<context>
    <name>HiddenAnswerFeature</name>
    <message>
        <source>The answer is hidden.</source>
        <translation>答案已隐藏。</translation>
    </message>
    <message>
        <source>The answer can be seen.</source>
        <translation>答案已显示。</translation>
    </message>
</context>
<context>
    <name>HiddenPlane</name>
    <message>
        <source>Hidden plane</source>
        <translation>隐层平面</translation>
    </message>
    <message>
        <source>Hidden plane: {first} = {y1}, {second} = {y2} → output {outputs}</source>
        <translation>隐层平面：{first} = {y1}，{second} = {y2} → 输出 {outputs}</translation>
    </message>
</context>
<context>
    <name>HiddenSpaceView</name>
    <message>
        <source>{layer}, epoch {epoch}: the input plane, and where the layer puts it.</source>
        <translation>{layer}，第 {epoch} 次迭代：输入平面，以及该层把它变到何处。</translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation>隐层空间</translation>
    </message>
    <message>
        <source>Up and Down go from sample to sample, a drag marks several, Esc none. The wheel zooms, Home shows everything.</source>
        <translation>上、下方向键逐个走过样本，拖动可标记多个，Esc 取消标记。滚轮缩放，Home 显示全部。</translation>
    </message>
    <message>
        <source>Input plane</source>
        <translation>输入平面</translation>
    </message>
    <message>
        <source>Plane of the units</source>
        <translation>神经元平面</translation>
    </message>
    <message>
        <source>{drawn} of {total} points drawn.</source>
        <translation>共 {total} 个点，画出 {drawn} 个。</translation>
    </message>
    <message>
        <source>The border is that where the layer&apos;s other units are at their mean.</source>
        <translation>所画的边界对应该层其他神经元取均值时的情形。</translation>
    </message>
    <message>
        <source>The next layer has too many units to draw their lines.</source>
        <translation>下一层神经元太多，不画它们的直线。</translation>
    </message>
    <message>
        <source>{sample} – {codes}</source>
        <translation>{sample} – {codes}</translation>
    </message>
</context>
<context>
    <name>HistoryChart</name>
    <message>
        <source>epoch</source>
        <translation>迭代</translation>
    </message>
</context>
<context>
    <name>HowOften</name>
    <message>
        <source>How often</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>epochs until the goal</source>
        <translation>达到目标所需迭代次数</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>初值数</translation>
    </message>
    <message>
        <source>median {epochs}</source>
        <translation>中位数 {epochs}</translation>
    </message>
    <message>
        <source>Success rate over the settings</source>
        <translation>各设置下的成功率</translation>
    </message>
    <message>
        <source>success rate</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>{sizes}: starts that got all samples right within {limit} epochs.</source>
        <translation>{sizes}：{limit} 次迭代内使所有样本都正确的初值。</translation>
    </message>
    <message>
        <source>{sizes}: starts that reached the error {error} within {limit} epochs.</source>
        <translation>{sizes}：{limit} 次迭代内误差降到 {error} 的初值。</translation>
    </message>
    <message>
        <source>{low} to {high} with 95 % confidence</source>
        <translation>95 % 置信区间：{low} 至 {high}</translation>
    </message>
    <message>
        <source>Of those that succeed, half need at most {median} epochs (the middle half {low} to {high}).</source>
        <translation>成功的初值中，一半至多需要 {median} 次迭代（中间的一半为 {low} 至 {high}）。</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐层神经元数</translation>
    </message>
    <message>
        <source>Units of hidden layer {number}</source>
        <translation>隐层 {number} 的神经元数</translation>
    </message>
    <message>
        <source>whole set</source>
        <translation>整个样本集</translation>
    </message>
    <message>
        <source>No cluster answers at {address}: {problem}</source>
        <translation>{address} 处没有集群应答：{problem}</translation>
    </message>
</context>
<context>
    <name>HowOftenFeature</name>
    <message>
        <source>The engine is being compiled; try again in a moment.</source>
        <translation>正在编译计算引擎，请稍后再试。</translation>
    </message>
    <message>
        <source>The start of seed {seed} at epoch {epoch}, the last before it diverged; undo: {key}.</source>
        <translation>种子 {seed} 的初值在第 {epoch} 次迭代，即发散前的最后一次；撤销：{key}。</translation>
    </message>
    <message>
        <source>The start of seed {seed}, as it ended at epoch {epoch}. Train goes on from there; undo: {key}.</source>
        <translation>种子 {seed} 的初值结束时的样子，第 {epoch} 次迭代。按“训练”从这里继续；撤销：{key}。</translation>
    </message>
    <message>
        <source>Export all starts</source>
        <translation>导出所有初值</translation>
    </message>
    <message>
        <source>Export the rates</source>
        <translation>导出成功率</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>已写入 {path}。</translation>
    </message>
</context>
<context>
    <name>HowOftenPage</name>
    <message>
        <source>How often</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>{done} of {count} tried</source>
        <translation>已试 {done}/{count}</translation>
    </message>
    <message>
        <source>Cancelled after {done} of {count}</source>
        <translation>已取消，试了 {done}/{count}</translation>
    </message>
    <message>
        <source>This is about the network, data and settings as they were when it began: the project has changed since. Start tries the present one.</source>
        <translation>这里显示的是开始时的网络、数据和设置：项目此后已改变。按“开始”试现在的项目。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import {name}</source>
        <translation>导入 {name}</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>期望输出</translation>
    </message>
    <message>
        <source>Whether the targets name classes or are numbers to be met</source>
        <translation>期望输出是类别，还是要拟合的数值</translation>
    </message>
    <message>
        <source>As they look</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Numbers (regression)</source>
        <translation>数值（回归）</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>空单元格</translation>
    </message>
    <message>
        <source>What becomes of rows in which a value is missing</source>
        <translation>缺少数值的行如何处理</translation>
    </message>
    <message>
        <source>Are an error</source>
        <translation>视为错误</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>舍去该行</translation>
    </message>
    <message>
        <source>Take the column&apos;s mean</source>
        <translation>取该列平均值</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>How much of the file is read</source>
        <translation>文件已读取的比例</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Skip these rows</source>
        <translation>略去这些行</translation>
    </message>
    <message>
        <source>Leave out every row in which a cell stands in the way</source>
        <translation>略去含有妨碍导入的单元格的所有行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave the project as it is</source>
        <translation>项目保持不变</translation>
    </message>
    <message>
        <source>Import replaces the present data; Undo brings them back.</source>
        <translation>导入会替换现有数据；撤销可以恢复。</translation>
    </message>
    <message>
        <source>This cannot be imported as it stands</source>
        <translation>目前还不能导入</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>正在读取 {name} …</translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
    <message>
        <source>{count} samples</source>
        <translation>{count} 个样本</translation>
    </message>
    <message>
        <source>{count} inputs</source>
        <translation>{count} 个输入</translation>
    </message>
    <message>
        <source>1 class only</source>
        <translation>只有 1 个类别</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>{count} 个类别</translation>
    </message>
    <message>
        <source>1 target of numbers</source>
        <translation>1 列数值期望输出</translation>
    </message>
    <message>
        <source>{count} targets</source>
        <translation>{count} 列期望输出</translation>
    </message>
    <message>
        <source>{samples}, {inputs}, {outputs}</source>
        <translation>{samples}，{inputs}，{outputs}</translation>
    </message>
    <message>
        <source>Columns left out: {names}.</source>
        <translation>未使用的列：{names}。</translation>
    </message>
    <message>
        <source>Test samples among them: {count}.</source>
        <translation>其中测试样本：{count} 个。</translation>
    </message>
    <message>
        <source>Rows left out as something in them does not fit: {count}.</source>
        <translation>因内容不符而略去的行：{count}。</translation>
    </message>
    <message>
        <source>Rows left out for empty cells: {count}.</source>
        <translation>因有空单元格而略去的行：{count}。</translation>
    </message>
    <message>
        <source>Empty cells that become their column&apos;s mean: {count}.</source>
        <translation>以列均值填充的空单元格：{count}。</translation>
    </message>
</context>
<context>
    <name>ImportingFeature</name>
    <message>
        <source>Open a table</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>Open a table of test samples</source>
        <translation>打开测试样本的表格</translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation>表格 ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message>
        <source>Pause the training: then it is known which samples come next.</source>
        <translation>请暂停训练：这时才知道接下来是哪些样本。</translation>
    </message>
    <message>
        <source>Pause the training: a gradient is checked where nothing moves.</source>
        <translation>请暂停训练：梯度要在参数不变时检验。</translation>
    </message>
</context>
<context>
    <name>InsidePage</name>
    <message>
        <source>Look inside</source>
        <translation>看内部</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Back-propagation of one sample in seven steps</source>
        <translation>一个样本的反向传播，分七步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Forward and backward pass of the whole set as matrices</source>
        <translation>全部样本的前向与反向传播，写成矩阵</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Activation functions and their derivatives</source>
        <translation>激活函数及其导数</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>One training step in NumPy, line by line, with its values</source>
        <translation>用 NumPy 写出的一步训练，逐行显示其值</translation>
    </message>
    <message>
        <source>The derivatives of the error, computed in two ways</source>
        <translation>用两种方法计算误差的偏导数</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation>隐层空间</translation>
    </message>
    <message>
        <source>What a layer makes of the samples and of the input plane</source>
        <translation>某一层把样本和输入平面变成什么样子</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>Weights, activations and gradients, now and over the run</source>
        <translation>权值、激活值和梯度：现在的和整个训练过程的</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Type the values of steps 3 to 6 yourself; the window says which are right</source>
        <translation>自己输入第 3 至第 6 步的值；窗口会说明哪些正确</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Space trains and pauses wherever you are, except while you type and on a button that the Tab key has led to. → trains one epoch and Shift+→ one sample, except in fields, lists, tables, sliders, the network and on a border between cards, where arrows walk. Page Down and Page Up lead through a lesson and through slides, always.</source>
        <translation>除了正在键入文字、以及用 Tab 键到达的按钮上，空格键在任何地方都开始或暂停训练。→ 训练一轮，Shift+→ 训练一个样本；但在输入框、列表、表格、滑块、网络图和面板间的分隔线上，方向键用于移动。Page Down 和 Page Up 始终在课程和幻灯片中前后翻动。</translation>
    </message>
    <message>
        <source>In the decision region, Shift with a click or drag passes a point through the network.</source>
        <translation>在判决域中，按住 Shift 单击或拖动，让一个点通过网络。</translation>
    </message>
    <message>
        <source>In presentation mode, or with one card alone</source>
        <translation>演示模式下或单独显示一个面板时</translation>
    </message>
    <message>
        <source>Network, region or error curve alone</source>
        <translation>单独显示网络、判决域或误差曲线</translation>
    </message>
    <message>
        <source>The tables alone, in the order of their tabs</source>
        <translation>按标签顺序单独显示各表格</translation>
    </message>
    <message>
        <source>All cards again</source>
        <translation>恢复显示所有面板</translation>
    </message>
    <message>
        <source>In presentation mode</source>
        <translation>演示模式下</translation>
    </message>
    <message>
        <source>Pen, spotlight, black screen</source>
        <translation>画笔、聚光灯、黑屏</translation>
    </message>
    <message>
        <source>Clear the ink, put pen and spotlight away</source>
        <translation>清除笔迹，收起画笔和聚光灯</translation>
    </message>
    <message>
        <source>In the network</source>
        <translation>在网络图中</translation>
    </message>
    <message>
        <source>Walk from neuron to neuron and layer to layer</source>
        <translation>在神经元之间、层之间移动</translation>
    </message>
    <message>
        <source>Walk through a neuron&apos;s bias and weights</source>
        <translation>依次经过神经元的偏置和权值</translation>
    </message>
    <message>
        <source>Select the next one as well</source>
        <translation>把下一个也选中</translation>
    </message>
    <message>
        <source>Select everything of the selected kind</source>
        <translation>选中同类的全部</translation>
    </message>
    <message>
        <source>One unit more or fewer in the selected layer</source>
        <translation>所选的层增加或减少一个神经元</translation>
    </message>
    <message>
        <source>Add a hidden layer</source>
        <translation>添加隐层</translation>
    </message>
    <message>
        <source>Remove the selected neurons or layers, cut the selected connections</source>
        <translation>删除所选的神经元或层，切断所选的连接</translation>
    </message>
    <message>
        <source>Type the selected value: Enter takes it, Esc leaves it</source>
        <translation>键入所选的值：回车确认，Esc 放弃</translation>
    </message>
    <message>
        <source>Raise or lower the selected weight; Shift: finely</source>
        <translation>增大或减小所选的权值；加 Shift：微调</translation>
    </message>
    <message>
        <source>Move the selected layer</source>
        <translation>移动所选的层</translation>
    </message>
    <message>
        <source>Cut, copy and paste layers</source>
        <translation>剪切、复制、粘贴层</translation>
    </message>
    <message>
        <source>Duplicate the selected layers</source>
        <translation>就地复制所选的层</translation>
    </message>
    <message>
        <source>End a drag, then the selection</source>
        <translation>先取消拖动，再取消选择</translation>
    </message>
    <message>
        <source>In the decision region</source>
        <translation>在判决域中</translation>
    </message>
    <message>
        <source>The class to paint, or that of the selected samples</source>
        <translation>要画的类别，或所选样本的类别</translation>
    </message>
    <message>
        <source>Remove the selected samples, or the one under the mouse</source>
        <translation>删除所选样本，或鼠标所指的样本</translation>
    </message>
    <message>
        <source>Take point, brush, spray, eraser or lasso</source>
        <translation>取点、画笔、喷枪、橡皮擦或套索</translation>
    </message>
    <message>
        <source>A narrower or wider tool, or RBF unit</source>
        <translation>把工具或 RBF 神经元变窄、变宽</translation>
    </message>
    <message>
        <source>Select all samples; invert the selection</source>
        <translation>全选样本；反选</translation>
    </message>
    <message>
        <source>Jitter the selected samples, or all; thin them out</source>
        <translation>抖动所选样本（或全部）；稀疏化</translation>
    </message>
    <message>
        <source>Zoom in and out; show everything again</source>
        <translation>放大、缩小；重新显示全部</translation>
    </message>
    <message>
        <source>Move the boundary line or the RBF unit that is chosen</source>
        <translation>移动所选的边界线或 RBF 神经元</translation>
    </message>
    <message>
        <source>Turn the boundary line</source>
        <translation>转动边界线</translation>
    </message>
    <message>
        <source>The next line; flip it; bring it to the middle</source>
        <translation>下一条直线；翻转；移到中央</translation>
    </message>
    <message>
        <source>The next RBF unit</source>
        <translation>下一个 RBF 神经元</translation>
    </message>
    <message>
        <source>Take a stroke back, let go of the selection, take the point, let go of the line</source>
        <translation>撤回一笔，放开选区，改用点，放开边界线</translation>
    </message>
    <message>
        <source>In a plane in space</source>
        <translation>在空间平面图中</translation>
    </message>
    <message>
        <source>Turn it, once Tab has led to it</source>
        <translation>用 Tab 键到达后转动它</translation>
    </message>
    <message>
        <source>Zoom in and out; look from where it began</source>
        <translation>放大、缩小；回到最初的视角</translation>
    </message>
    <message>
        <source>In the error curve</source>
        <translation>在误差曲线中</translation>
    </message>
    <message>
        <source>Show the whole curve</source>
        <translation>显示整条曲线</translation>
    </message>
    <message>
        <source>In the sample table</source>
        <translation>在样本表中</translation>
    </message>
    <message>
        <source>Type the cell: Enter takes it, Tab goes on, Esc gives up</source>
        <translation>编辑单元格：回车确认，Tab 到下一格，Esc 放弃</translation>
    </message>
    <message>
        <source>Give a target the class before or the next class</source>
        <translation>把期望输出换到上一个或下一个类别</translation>
    </message>
    <message>
        <source>Add a sample; remove the selected ones</source>
        <translation>添加样本；移除所选样本</translation>
    </message>
    <message>
        <source>Select all, copy and paste</source>
        <translation>全选、复制、粘贴</translation>
    </message>
    <message>
        <source>Copy under headings</source>
        <translation>连同列名复制</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>其余的一切</translation>
    </message>
    <message>
        <source>In pictures of data sets, truth table and lists</source>
        <translation>在数据集图片、真值表和列表中</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Take the data set; change the output</source>
        <translation>选用该数据集；更改输出</translation>
    </message>
    <message>
        <source>In the tabs</source>
        <translation>在选项卡上</translation>
    </message>
    <message>
        <source>The tab before and the next one, once Tab has led to them</source>
        <translation>用 Tab 键到达后，上一个、下一个选项卡</translation>
    </message>
    <message>
        <source>On a border between cards, once Tab has led to it</source>
        <translation>用 Tab 键到达面板间的分隔线时</translation>
    </message>
    <message>
        <source>Move it; with Shift, finely</source>
        <translation>移动分隔线；按住 Shift 微调</translation>
    </message>
    <message>
        <source>Move it as far as it goes</source>
        <translation>移到尽头</translation>
    </message>
    <message>
        <source>In tables of results</source>
        <translation>在结果表格中</translation>
    </message>
    <message>
        <source>Copy what is selected, or everything, with every digit</source>
        <translation>复制所选内容或全部，保留全部位数</translation>
    </message>
    <message>
        <source>In the formula on Look inside, once Tab has led to it</source>
        <translation>在“看内部”页的公式中（用 Tab 到达后）</translation>
    </message>
    <message>
        <source>The number before and the next one</source>
        <translation>上一个数和下一个数</translation>
    </message>
    <message>
        <source>Go to where the number comes from</source>
        <translation>前往该数的来处</translation>
    </message>
    <message>
        <source>Among kept runs</source>
        <translation>在已保存的运行中</translation>
    </message>
    <message>
        <source>Another name; delete the run</source>
        <translation>改名；删除该运行</translation>
    </message>
    <message>
        <source>On the page Compare</source>
        <translation>在“比较”页</translation>
    </message>
    <message>
        <source>Let the contenders race, or pause</source>
        <translation>让参赛者竞赛，或暂停</translation>
    </message>
    <message>
        <source>One pass for every contender; back to their start</source>
        <translation>每个参赛者迭代一次；回到起点</translation>
    </message>
    <message>
        <source>In the map of the error surface</source>
        <translation>在误差曲面的图中</translation>
    </message>
    <message>
        <source>Walk over the map</source>
        <translation>在图上移动</translation>
    </message>
    <message>
        <source>The next minimum or saddle</source>
        <translation>下一个极小点或鞍点</translation>
    </message>
    <message>
        <source>Start from there</source>
        <translation>从那里开始</translation>
    </message>
    <message>
        <source>Zoom in and out; show the whole run again</source>
        <translation>放大、缩小；重新显示整个训练路径</translation>
    </message>
    <message>
        <source>In the map of the contenders&apos; paths</source>
        <translation>在参赛者路径图中</translation>
    </message>
    <message>
        <source>Zoom in and out; show all paths again</source>
        <translation>放大、缩小；重新显示全部路径</translation>
    </message>
    <message>
        <source>On the page of the computation graph</source>
        <translation>在计算图页面上</translation>
    </message>
    <message>
        <source>One node further, one back</source>
        <translation>前进一个节点，后退一个</translation>
    </message>
    <message>
        <source>All steps; none</source>
        <translation>全部步骤；回到开始之前</translation>
    </message>
    <message>
        <source>Zoom in and out; the whole graph</source>
        <translation>放大、缩小；整张图</translation>
    </message>
</context>
<context>
    <name>LabReport</name>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>made with Perceptra {version}</source>
        <translation>由 Perceptra {version} 生成</translation>
    </message>
    <message>
        <source>page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>classification, two classes</source>
        <translation>分类，两类</translation>
    </message>
    <message>
        <source>classification, {count} classes</source>
        <translation>分类，{count} 类</translation>
    </message>
    <message>
        <source>several yes-no decisions</source>
        <translation>多个是非判断</translation>
    </message>
    <message>
        <source>regression, real values</source>
        <translation>回归，实数值</translation>
    </message>
    <message>
        <source>{train} for training, {test} for testing</source>
        <translation>训练 {train} 个，测试 {test} 个</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>期望输出</translation>
    </message>
    <message>
        <source>Fingerprint of the samples</source>
        <translation>样本指纹</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>The samples as they were given.</source>
        <translation>所给的样本。</translation>
    </message>
    <message>
        <source>The picture shows {count} of them.</source>
        <translation>图中画出其中 {count} 个。</translation>
    </message>
    <message>
        <source>Plot of {count} samples over {x} and {y}</source>
        <translation>{count} 个样本在 {x} 和 {y} 上的图</translation>
    </message>
    <message>
        <source>the output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Weights and biases</source>
        <translation>权值与偏置</translation>
    </message>
    <message>
        <source>of these locked</source>
        <translation>其中锁定</translation>
    </message>
    <message>
        <source>of these cut</source>
        <translation>其中剪断</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The network after epoch {epoch}; blue weights are positive, orange negative.</source>
        <translation>第 {epoch} 次迭代后的网络；蓝色权值为正，橙色为负。</translation>
    </message>
    <message>
        <source>Diagram of a {sizes} network with its weights</source>
        <translation>{sizes} 网络及其权值的结构图</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>The error of the whole set is the sum over its samples; the curve shows the mean. A batch&apos;s gradient is the mean over its samples. Penalties pull at weights, not at biases, and are no part of the error.</source>
        <translation>整个样本集的误差是各样本误差总和；曲线画的是平均值。一批的梯度是其中各样本梯度的平均值。惩罚项只作用于权值，不作用于偏置，也不计入误差。</translation>
    </message>
    <message>
        <source>Perceptron rule, after every sample: {formula}.</source>
        <translation>感知器学习规则，逐个样本：{formula}。</translation>
    </message>
    <message>
        <source>Widrow-Hoff rule, after every sample: {formula}.</source>
        <translation>Widrow-Hoff 规则，逐个样本：{formula}。</translation>
    </message>
    <message>
        <source>Gradient descent, after every batch: v ← momentum · v − η · ∂E/∂w, then w ← w + v.</source>
        <translation>梯度下降，逐批：v ← 动量 · v − η · ∂E/∂w，然后 w ← w + v。</translation>
    </message>
    <message>
        <source>Gradient descent on the whole set with an adaptive rate: where the error rises by more than 4 % the step is taken back and η shrinks to 0.7 η; where it falls η grows to 1.05 η.</source>
        <translation>对整个样本集做自适应学习率的梯度下降：误差上升超过 4 % 时撤回这一步并把 η 减为 0.7 η；误差下降时 η 增为 1.05 η。</translation>
    </message>
    <message>
        <source>Rprop on the whole set: every weight has a step of its own, first 0.1; it grows by 1.2 while the gradient keeps its sign and shrinks by 0.5 when that changes.</source>
        <translation>对整个样本集做 Rprop：每个权值有自己的步长，开始为 0.1；梯度符号不变时乘以 1.2，改变时乘以 0.5。</translation>
    </message>
    <message>
        <source>Adam (Kingma and Ba): {formula} with running averages m of the gradient (0.9) and v of its square (0.999), both corrected for their start.</source>
        <translation>Adam（Kingma 和 Ba）：{formula}，m 是梯度的滑动平均（0.9），v 是梯度平方的滑动平均（0.999），二者都做了偏差修正。</translation>
    </message>
    <message>
        <source>Squared error of a sample: E = ½ Σₖ (dₖ − oₖ)².</source>
        <translation>一个样本的平方误差：E = ½ Σₖ (dₖ − oₖ)²。</translation>
    </message>
    <message>
        <source>Cross-entropy of a sample: E = −Σₖ dₖ log oₖ with softmax outputs; with sigmoid outputs also −Σₖ (1 − dₖ) log(1 − oₖ).</source>
        <translation>一个样本的交叉熵：softmax 输出时 E = −Σₖ dₖ log oₖ；sigmoid 输出时再加 −Σₖ (1 − dₖ) log(1 − oₖ)。</translation>
    </message>
    <message>
        <source>Epoch {epoch}: error {error}</source>
        <translation>第 {epoch} 次迭代：误差 {error}</translation>
    </message>
    <message>
        <source>right {right}/{count}</source>
        <translation>正确 {right}/{count}</translation>
    </message>
    <message>
        <source>The moments that the run has kept nearest to the chosen epochs.</source>
        <translation>训练所保留的时刻中最接近所选迭代次数的那些。</translation>
    </message>
    <message>
        <source>Each picture shows {count} of the samples.</source>
        <translation>每幅图画出其中 {count} 个样本。</translation>
    </message>
    <message>
        <source>The curve at the start</source>
        <translation>初始状态的曲线</translation>
    </message>
    <message>
        <source>The curve while training</source>
        <translation>训练过程中的曲线</translation>
    </message>
    <message>
        <source>The region at the start</source>
        <translation>初始状态的判决区域</translation>
    </message>
    <message>
        <source>The regions while training</source>
        <translation>训练过程中的判决区域</translation>
    </message>
    <message>
        <source>the project file</source>
        <translation>项目文件</translation>
    </message>
    <message>
        <source>Open {file} in Perceptra {version} or later: it holds data, settings, start and run.</source>
        <translation>用 Perceptra {version} 或更新版本打开 {file}：其中有数据、设置、初始权值和训练过程。</translation>
    </message>
    <message>
        <source>Reset (Ctrl+R) goes back to the start, seed {seed}.</source>
        <translation>“重置”(Ctrl+R) 回到初始状态，随机种子为 {seed}。</translation>
    </message>
    <message>
        <source>Train (Space) until epoch {epoch}: every number in this report comes out again.</source>
        <translation>“训练”(空格) 到第 {epoch} 次迭代：本报告中的每个数字都会重现。</translation>
    </message>
    <message>
        <source>The run stands at epoch {epoch} there. Settings or data were changed while it trained, so that its start alone does not give it again.</source>
        <translation>其中的训练停在第 {epoch} 次迭代。训练途中改过设置或数据，因此仅从初始状态不能重现。</translation>
    </message>
    <message>
        <source>To do it again</source>
        <translation>如何重做</translation>
    </message>
    <message>
        <source>Checked while this report was made: training again from the start gave the same weights to the last bit.</source>
        <translation>生成本报告时已核对：从初始状态重新训练，得到的权值每一位都相同。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Perceptra</source>
        <translation>Perceptra</translation>
    </message>
    <message>
        <source>There are no samples yet.</source>
        <translation>还没有样本。</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Rows on red ground are wrong.</source>
        <translation>红底的行判断错误。</translation>
    </message>
    <message>
        <source>The first {shown} of {total} samples; the project file holds all of them.</source>
        <translation>共 {total} 个样本，此处列出前 {shown} 个；项目文件中有全部样本。</translation>
    </message>
    <message>
        <source>Only the first {shown} of {total} inputs have room here.</source>
        <translation>共 {total} 个输入，此处只列得下前 {shown} 个。</translation>
    </message>
    <message>
        <source>Only the first {shown} of {total} outputs have room here.</source>
        <translation>共 {total} 个输出，此处只列得下前 {shown} 个。</translation>
    </message>
    <message>
        <source>target</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>its output</source>
        <translation>相应输出</translation>
    </message>
    <message>
        <source>test {number}</source>
        <translation>测试 {number}</translation>
    </message>
    <message>
        <source>After epoch {epoch}, with six figures; the project file holds every digit.</source>
        <translation>第 {epoch} 次迭代后，六位有效数字；项目文件中有全部数位。</translation>
    </message>
    <message>
        <source>RBF layer: centres, and widths σ</source>
        <translation>RBF 层：中心与宽度 σ</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>Hidden layer {number}</source>
        <translation>第 {number} 隐层</translation>
    </message>
    <message>
        <source>Shown are {units} of {n_units} units and {sources} of {n_sources} of their inputs.</source>
        <translation>共 {n_units} 个神经元，列出 {units} 个；共 {n_sources} 个输入，列出 {sources} 个。</translation>
    </message>
    <message>
        <source>from \ to</source>
        <translation>从 \ 到</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>This network was not trained yet; all figures are of its start.</source>
        <translation>这个网络尚未训练；所有数字都属于初始状态。</translation>
    </message>
    <message>
        <source>Mean error per sample after each epoch.</source>
        <translation>每次迭代后各样本的平均误差。</translation>
    </message>
    <message>
        <source>Error curve over {epochs} epochs, from {first} down to {last}</source>
        <translation>{epochs} 次迭代的误差曲线，从 {first} 到 {last}</translation>
    </message>
    <message>
        <source>Epochs trained</source>
        <translation>训练迭代次数</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束原因</translation>
    </message>
    <message>
        <source>Changed during the run</source>
        <translation>训练中的更改</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Error, summed over the training set</source>
        <translation>误差（训练集之和）</translation>
    </message>
    <message>
        <source>Error, mean of a sample</source>
        <translation>误差（每个样本平均）</translation>
    </message>
    <message>
        <source>Right, training set</source>
        <translation>训练集正确</translation>
    </message>
    <message>
        <source>Training set</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Right, test set</source>
        <translation>测试集正确</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Confusion matrix, training set: rows are targets, columns decisions.</source>
        <translation>训练集的混淆矩阵：行是期望输出，列是判断结果。</translation>
    </message>
    <message>
        <source>Confusion matrix, test set: rows are targets, columns decisions.</source>
        <translation>测试集的混淆矩阵：行是期望输出，列是判断结果。</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>迭代 {epoch}</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束原因</translation>
    </message>
    <message>
        <source>Runs that were kept</source>
        <translation>保留的训练</translation>
    </message>
    <message>
        <source>Nesterov&apos;s accelerated gradient, after every batch: {formula}, with the momentum μ; the weights w are the points to which the momentum leads.</source>
        <translation>Nesterov 加速梯度，逐批：{formula}，μ 为动量；权值 w 是动量所到之处。</translation>
    </message>
</context>
<context>
    <name>LayoutChoices</name>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Which sheet of the workbook holds the table</source>
        <translation>表格在工作簿的哪个工作表中</translation>
    </message>
    <message>
        <source>What separates the cells of a line; any other character can be typed</source>
        <translation>一行中各单元格之间的分隔符；也可输入其他任一字符</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>Wide comma ，</source>
        <translation>全角逗号 ，</translation>
    </message>
    <message>
        <source>Wide semicolon ；</source>
        <translation>全角分号 ；</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>How the file writes one thousand two hundred and thirty-four and a half</source>
        <translation>文件如何书写一千二百三十四点五</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Change it where letters look wrong</source>
        <translation>文字显示不对时请更改</translation>
    </message>
    <message>
        <source>Table begins at line</source>
        <translation>表格起始行</translation>
    </message>
    <message>
        <source>What stands above this line is passed over</source>
        <translation>此行以上的内容会跳过</translation>
    </message>
    <message>
        <source>First row names the columns</source>
        <translation>首行为列名</translation>
    </message>
    <message>
        <source>Off: the first row is a sample</source>
        <translation>不选：首行是样本</translation>
    </message>
</context>
<context>
    <name>LedgerFeature</name>
    <message>
        <source>Export the ledger</source>
        <translation>导出学习过程</translation>
    </message>
    <message>
        <source>There is no ledger yet; wait a moment.</source>
        <translation>还没有学习过程，请稍候。</translation>
    </message>
    <message>
        <source>Writing the ledger …</source>
        <translation>正在写入学习过程…</translation>
    </message>
    <message>
        <source>{steps} steps written to {path}.</source>
        <translation>已将 {steps} 步写入 {path}。</translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message>
        <source>The start: {name} = {value}</source>
        <translation>初始值：{name} = {value}</translation>
    </message>
    <message>
        <source>Net input before the step: {value}</source>
        <translation>本步之前的净输入：{value}</translation>
    </message>
    <message>
        <source>Learning rate × error × inputs = {value}</source>
        <translation>学习率 × 误差 × 输入 = {value}</translation>
    </message>
    <message>
        <source>{name} after the step = {value}</source>
        <translation>本步之后的 {name} = {value}</translation>
    </message>
    <message>
        <source>Pass {epoch}, sample {sample}: {value}</source>
        <translation>第 {epoch} 次迭代，样本 {sample}：{value}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>x0 = −1 first, as the threshold&apos;s input</source>
        <translation>首位 x0 = −1，对应阈值</translation>
    </message>
    <message>
        <source>1 last, the bias&apos;s input</source>
        <translation>末位 1，对应偏置</translation>
    </message>
    <message>
        <source>Updates since the start; click a row to go back to it</source>
        <translation>从开始算起的更新次数；点击某一行即可回到该时刻</translation>
    </message>
    <message>
        <source>Which sample was presented, in the order of the table of samples</source>
        <translation>呈现的是哪个样本，按样本表中的顺序编号</translation>
    </message>
    <message>
        <source>Output unit</source>
        <translation>输出神经元</translation>
    </message>
    <message>
        <source>Inputs of the sample, {constant}</source>
        <translation>样本的输入，{constant}</translation>
    </message>
    <message>
        <source>Net input, with the weights before the step</source>
        <translation>净输入，按本步之前的权值计算</translation>
    </message>
    <message>
        <source>What the unit answered; at net input 0 it fires</source>
        <translation>神经元的输出；净输入为 0 时取高值</translation>
    </message>
    <message>
        <source>Desired output</source>
        <translation>期望输出</translation>
    </message>
    <message>
        <source>Error: what the rule multiplies; marked where it corrects</source>
        <translation>误差：学习规则所乘的量；有修正处带底色</translation>
    </message>
    <message>
        <source>What is added: learning rate × error × inputs</source>
        <translation>加上的量：学习率 × 误差 × 输入</translation>
    </message>
    <message>
        <source>({names}) after the step</source>
        <translation>本步之后的 ({names})</translation>
    </message>
</context>
<context>
    <name>LedgerPanel</name>
    <message>
        <source>Ledger</source>
        <translation>学习过程</translation>
    </message>
    <message>
        <source>All digits</source>
        <translation>全部数字</translation>
    </message>
    <message>
        <source>Show every number with all its digits instead of four significant ones</source>
        <translation>显示每个数的全部数字，而不只是四位有效数字</translation>
    </message>
    <message>
        <source>CSV …</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Export the ledger as CSV</source>
        <translation>将学习过程导出为 CSV</translation>
    </message>
    <message>
        <source>Write all steps with all digits into a table that spreadsheets can read</source>
        <translation>把所有步骤连同全部数字写成电子表格可读的表</translation>
    </message>
</context>
<context>
    <name>LedgerTable</name>
    <message>
        <source>Ledger: the steps of the run</source>
        <translation>学习过程：训练的各步</translation>
    </message>
    <message>
        <source>A click or Enter on a row brings weights and line back to that step</source>
        <translation>点击某一行或按回车，权值和直线回到那一步</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Leave the lesson: your own work comes back as it was</source>
        <translation>离开课程：您自己的工作会原样恢复</translation>
    </message>
    <message>
        <source>Begin this step again</source>
        <translation>重新开始这一步</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重来</translation>
    </message>
    <message>
        <source>Show a hint for this step</source>
        <translation>显示这一步的提示</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>The step before (Page Up)</source>
        <translation>上一步（Page Up）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>The next step (Page Down)</source>
        <translation>下一步（Page Down）</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>LessonsFeature</name>
    <message>
        <source>Step {step} of this lesson names {names}, which this window does not have.</source>
        <translation>本课程第 {step} 步提到了 {names}，而本窗口没有它。</translation>
    </message>
    <message>
        <source>The lesson pauses the run at epoch {epoch}; Train goes on.</source>
        <translation>课程在迭代 {epoch} 次时暂停训练；按“训练”继续。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Saved as {path}.</source>
        <translation>已保存为 {path}。</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the error</source>
        <translation>误差图</translation>
    </message>
    <message>
        <source>Arrow keys walk over the map, M goes to the next minimum, + and − zoom, Home shows all paths again.</source>
        <translation>方向键在图上移动，M 到下一个极小点，+ 和 − 缩放，Home 重新显示全部路径。</translation>
    </message>
    <message>
        <source>Arrow keys walk over the map, Enter starts from there, M goes to the next minimum or saddle, + and − zoom, Home shows the run again.</source>
        <translation>方向键在图上移动，Enter 从那里开始，M 到下一个极小点或鞍点，+ 和 − 缩放，Home 重新显示训练路径。</translation>
    </message>
</context>
<context>
    <name>Matrices</name>
    <message>
        <source>The true gradient ∂L/∂z, divided by the N samples. The slides write {delta} = y − ŷ: −N times this.</source>
        <translation>真正的梯度 ∂L/∂z，已除以样本数 N。讲义写作 {delta} = y − ŷ，是它的 −N 倍。</translation>
    </message>
    <message>
        <source>Summed over the samples; the slides leave out the sum.</source>
        <translation>对所有样本求和；讲义中省略了求和。</translation>
    </message>
    <message>
        <source>The inputs, one sample a row.</source>
        <translation>输入，每行一个样本。</translation>
    </message>
    <message>
        <source>Weights: row i, column j is the connection from i to j.</source>
        <translation>权值：第 i 行第 j 列是从 i 到 j 的连接。</translation>
    </message>
    <message>
        <source>Biases b; the lecture&apos;s threshold is T = −b.</source>
        <translation>偏置 b；讲义中的阈值为 T = −b。</translation>
    </message>
    <message>
        <source>Net inputs, one sample a row.</source>
        <translation>净输入，每行一个样本。</translation>
    </message>
    <message>
        <source>What the units of the layer answer, one sample a row.</source>
        <translation>该层各神经元的输出，每行一个样本。</translation>
    </message>
    <message>
        <source>The desired outputs, one sample a row.</source>
        <translation>期望输出，每行一个样本。</translation>
    </message>
    <message>
        <source>∂L/∂z of a hidden layer, back through the weights behind it.</source>
        <translation>隐层的 ∂L/∂z，经后一层权值反传而来。</translation>
    </message>
    <message>
        <source>The gradient of L, the mean loss: training goes against it.</source>
        <translation>平均损失 L 的梯度：训练沿其反方向进行。</translation>
    </message>
</context>
<context>
    <name>MatrixPanel</name>
    <message>
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Matrices and their shapes</source>
        <translation>矩阵及其形状</translation>
    </message>
    <message>
        <source>Forwards, then backwards: the shape is rows × columns</source>
        <translation>先前向，再反向；形状为 行 × 列</translation>
    </message>
    <message>
        <source>Values of the matrix</source>
        <translation>矩阵的数值</translation>
    </message>
    <message>
        <source>Ctrl+C copies what is selected, or everything; pointing at a number shows it whole</source>
        <translation>Ctrl+C 复制所选内容或全部；指向一个数可看到全部位数</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Bring work back</source>
        <translation>找回工作(&amp;B)</translation>
    </message>
    <message>
        <source>New t&amp;ruth table</source>
        <translation>新建真值表(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Paint</source>
        <translation>绘制(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Selected samples</source>
        <translation>选中的样本(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>示例(&amp;E)</translation>
    </message>
    <message>
        <source>AND by hand</source>
        <translation>手工设定：与门</translation>
    </message>
    <message>
        <source>OR by hand</source>
        <translation>手工设定：或门</translation>
    </message>
    <message>
        <source>XOR by hand, two layers of step units</source>
        <translation>手工设定：异或，两层阶跃神经元</translation>
    </message>
    <message>
        <source>XOR with one unit, which cannot learn it</source>
        <translation>用一个神经元学“异或”（学不会）</translation>
    </message>
    <message>
        <source>The lecture&apos;s perceptron example</source>
        <translation>讲义中的感知器例题</translation>
    </message>
    <message>
        <source>The lecture&apos;s XOR run, 11,050 passes</source>
        <translation>讲义中的异或训练（迭代 11,050 次）</translation>
    </message>
    <message>
        <source>XOR in a local minimum</source>
        <translation>陷入局部极小点的“异或”</translation>
    </message>
    <message>
        <source>XOR with two RBF units</source>
        <translation>用两个 RBF 神经元实现异或</translation>
    </message>
    <message>
        <source>A curve as a sum of RBF units</source>
        <translation>用 RBF 神经元之和拟合曲线</translation>
    </message>
    <message>
        <source>The lecture&apos;s softmax network on moons</source>
        <translation>讲义中的 softmax 网络（双月数据）</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>MilestoneModel</name>
    <message>
        <source>Outputs after epoch {epoch}; the error of the whole set is {error}</source>
        <translation>第 {epoch} 次迭代之后的输出；整个样本集的误差为 {error}</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>迭代 {epoch}</translation>
    </message>
    <message>
        <source>The run had passed epoch {epoch} before this milestone was set; Reset and train again.</source>
        <translation>设置此里程碑时训练已过第 {epoch} 次迭代；请重置后重新训练。</translation>
    </message>
    <message>
        <source>Fills itself when the run reaches epoch {epoch}</source>
        <translation>训练到第 {epoch} 次迭代时自动填入</translation>
    </message>
</context>
<context>
    <name>MilestonePanel</name>
    <message>
        <source>Milestones</source>
        <translation>里程碑</translation>
    </message>
    <message>
        <source>Note at epochs</source>
        <translation>记录于迭代</translation>
    </message>
    <message>
        <source>After these passes the outputs of every sample are noted, e.g. 1, 8000, 11050 (at most {count})</source>
        <translation>在这些次迭代之后记录每个样本的输出，例如 1, 8000, 11050（最多 {count} 个）</translation>
    </message>
    <message>
        <source>More about the milestones</source>
        <translation>里程碑的更多操作</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the table, with every digit</source>
        <translation>复制表格，包含全部位数</translation>
    </message>
    <message>
        <source>CSV …</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Save the table as a CSV file</source>
        <translation>把表格保存为 CSV 文件</translation>
    </message>
    <message>
        <source>Train from 100 random starts and see how many reach the goal</source>
        <translation>用 100 组随机初值训练，看有多少达到目标</translation>
    </message>
    <message>
        <source>Ctrl+C copies what is selected, or everything; pointing at a number shows it whole</source>
        <translation>Ctrl+C 复制所选内容或全部；指向一个数可看到全部位数</translation>
    </message>
    <message>
        <source>No samples yet.</source>
        <translation>还没有样本。</translation>
    </message>
    <message>
        <source>2-2-1 can fail: how often?</source>
        <translation>2-2-1 有时会失败：比例多大？</translation>
    </message>
    <message>
        <source>How often does it learn?</source>
        <translation>学会的比例有多大？</translation>
    </message>
    <message>
        <source>Milestones are whole numbers from 1 on, with commas between them.</source>
        <translation>里程碑是从 1 开始的整数，用逗号隔开。</translation>
    </message>
</context>
<context>
    <name>MomentsWindow</name>
    <message>
        <source>Two moments</source>
        <translation>两个时刻</translation>
    </message>
    <message>
        <source>Region and maps of the kept moment</source>
        <translation>保留时刻的判决域和小图</translation>
    </message>
    <message>
        <source>Region and maps of the moment on show, with what changed</source>
        <translation>所显示时刻的判决域和小图，标出变化</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留的</translation>
    </message>
    <message>
        <source>On show</source>
        <translation>显示的</translation>
    </message>
    <message>
        <source>{which}: epoch {epoch} · E {error}</source>
        <translation>{which}：迭代 {epoch} 次 · E {error}</translation>
    </message>
    <message>
        <source>{text} · right {right}/{count}</source>
        <translation>{text} · 正确 {right}/{count}</translation>
    </message>
    <message>
        <source>Hatched: {share} of the region is decided otherwise.</source>
        <translation>斜线部分：判决域的 {share} 判决不同。</translation>
    </message>
    <message>
        <source>Now right: {samples}.</source>
        <translation>变为正确：{samples}。</translation>
    </message>
    <message>
        <source>Now wrong: {samples}.</source>
        <translation>变为错误：{samples}。</translation>
    </message>
    <message>
        <source>The networks are different ones.</source>
        <translation>两者的网络不同。</translation>
    </message>
    <message>
        <source>Framed: units whose answers have changed, Δ as a share of their scale.</source>
        <translation>加框：输出有变化的神经元，Δ 为其标度的份额。</translation>
    </message>
    <message>
        <source>No unit is framed: none has changed its answers by {share} of its scale.</source>
        <translation>没有加框的神经元：其输出的变化都不到标度的 {share}。</translation>
    </message>
</context>
<context>
    <name>NetworkFilesFeature</name>
    <message>
        <source>There are no weights to export yet; wait a moment.</source>
        <translation>还没有可以导出的权值；请稍候。</translation>
    </message>
    <message>
        <source>Exported as {path}.</source>
        <translation>已导出为 {path}。</translation>
    </message>
    <message>
        <source>{file} holds the weights of the start.</source>
        <translation>{file} 中的权值就是初始权值。</translation>
    </message>
    <message>
        <source>Load weights from {file}</source>
        <translation>从 {file} 载入权值</translation>
    </message>
    <message>
        <source>Weights (*.npz *.py *.csv)</source>
        <translation>权值 (*.npz *.py *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>载入权值</translation>
    </message>
    <message>
        <source>Export the network</source>
        <translation>导出网络</translation>
    </message>
</context>
<context>
    <name>Notation</name>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
</context>
<context>
    <name>NotesDialog</name>
    <message>
        <source>Name and notes</source>
        <translation>姓名与笔记</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>笔记(&amp;O)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Stands in the lab report; remembered for your next projects</source>
        <translation>写在实验报告里；下一个项目会记得</translation>
    </message>
    <message>
        <source>your name, or those of your group</source>
        <translation>您的姓名，或小组成员的姓名</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Saved in the project; stands in the lab report</source>
        <translation>保存在项目中；写在实验报告里</translation>
    </message>
    <message>
        <source>What did you try, what did you see, why?
An empty line begins a new paragraph.</source>
        <translation>您试了什么，看到了什么，为什么？
空一行就另起一段。</translation>
    </message>
    <message>
        <source>Saved with the project. The lab report (File menu) begins with them.</source>
        <translation>随项目保存。实验报告（“文件”菜单）以此开头。</translation>
    </message>
</context>
<context>
    <name>PageSwitcher</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>Painting</name>
    <message>
        <source>The data set is full: it holds {limit} samples, the most that there can be.</source>
        <translation>数据集已满：已有 {limit} 个样本，达到上限。</translation>
    </message>
    <message>
        <source>Brush points</source>
        <translation>用画笔画点</translation>
    </message>
    <message>
        <source>Spray points</source>
        <translation>用喷枪喷点</translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation>擦除一些点</translation>
    </message>
    <message>
        <source>Move points</source>
        <translation>移动一些点</translation>
    </message>
    <message>
        <source>&amp;Delete the selected samples</source>
        <translation>删除所选样本(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Delete this sample</source>
        <translation>删除该样本(&amp;D)</translation>
    </message>
    <message>
        <source>Invert the selection</source>
        <translation>反选</translation>
    </message>
    <message>
        <source>Jitter the selected samples</source>
        <translation>抖动选中的样本</translation>
    </message>
    <message>
        <source>Thin out the selected samples</source>
        <translation>稀疏化选中的样本</translation>
    </message>
    <message>
        <source>Selected samples: {count}. A drag moves them, Delete removes them, a key 1 to 9 or 0 sets their class.</source>
        <translation>选中的样本：{count} 个。拖动即可移动，按 Delete 删除，按 1 至 9 或 0 设定类别。</translation>
    </message>
</context>
<context>
    <name>PathCard</name>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Colours by the logarithm of the error, so that small errors differ, too</source>
        <translation>按误差的对数着色，使小误差之间也有区别</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Save a picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>As on screen</source>
        <translation>与屏幕相同</translation>
    </message>
    <message>
        <source>For print: light</source>
        <translation>适合打印：浅色</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>What the picture shows, as it is at this moment</source>
        <translation>图片显示什么，取此刻的样子</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Pixels for slides and chats, a drawing for papers</source>
        <translation>幻灯片和聊天用像素，论文用矢量图</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>A ready size, or one of your own</source>
        <translation>现成的大小，或自定</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Width in pixels; a drawing has the proportions</source>
        <translation>以像素计的宽度；矢量图取其比例</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Height in pixels; a drawing has the proportions</source>
        <translation>以像素计的高度；矢量图取其比例</translation>
    </message>
    <message>
        <source>Text and lines</source>
        <translation>文字和线条</translation>
    </message>
    <message>
        <source>How many times as large as on screen</source>
        <translation>是屏幕上的几倍大</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>The window&apos;s colours, or the light ones for paper</source>
        <translation>窗口的颜色，或适合纸张的浅色</translation>
    </message>
    <message>
        <source>Transparent background</source>
        <translation>透明背景</translation>
    </message>
    <message>
        <source>Leave out the paper, so that what lies below shows through</source>
        <translation>不画底色，让下面的内容透出来</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>将写出的内容</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Choose a place and write the file</source>
        <translation>选择位置并写出文件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Put the picture on the clipboard</source>
        <translation>把图片放到剪贴板</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存就关闭</translation>
    </message>
    <message>
        <source>There is nothing to draw yet; wait a moment, or train.</source>
        <translation>还没有可画的内容；稍等片刻，或开始训练。</translation>
    </message>
    <message>
        <source>Lines, points and text are drawn; a colour map is a picture in it, with sharp edges.</source>
        <translation>线、点和文字是矢量；颜色图是其中的图像，边缘清晰。</translation>
    </message>
    <message>
        <source>Light text without paper is for dark slides; For print makes it dark.</source>
        <translation>没有底色的浅色文字适合深色幻灯片；“适合打印”会用深色文字。</translation>
    </message>
</context>
<context>
    <name>PictureSaving</name>
    <message>
        <source>There is nothing to draw yet; wait a moment, or train.</source>
        <translation>还没有可画的内容；稍等片刻，或开始训练。</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已放到剪贴板。</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>已保存为 {path}。</translation>
    </message>
</context>
<context>
    <name>PictureSizes</name>
    <message>
        <source>As on screen</source>
        <translation>与屏幕相同</translation>
    </message>
    <message>
        <source>As on screen, twice as fine</source>
        <translation>与屏幕相同，精细一倍</translation>
    </message>
    <message>
        <source>Slide, 1920 × 1080</source>
        <translation>幻灯片，1920 × 1080</translation>
    </message>
    <message>
        <source>Slide, 3840 × 2160</source>
        <translation>幻灯片，3840 × 2160</translation>
    </message>
    <message>
        <source>Column, 85 mm at 300 dpi</source>
        <translation>一栏，85 毫米，300 dpi</translation>
    </message>
    <message>
        <source>Page width, 170 mm at 300 dpi</source>
        <translation>页宽，170 毫米，300 dpi</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自定大小</translation>
    </message>
    <message>
        <source>This is too large: at most {most} million pixels, for example {side} × {side}.</source>
        <translation>太大了：总共至多 {most} 百万像素，例如 {side} × {side}。</translation>
    </message>
    <message>
        <source>Text and lines are too large for this size: there is no room for the picture.</source>
        <translation>文字和线条对这个大小来说太大，图片没有地方了。</translation>
    </message>
    <message>
        <source>{across} × {down} mm, sharp at any size</source>
        <translation>{across} × {down} 毫米，任意放大都清晰</translation>
    </message>
    <message>
        <source>{width} × {height} pixels, on paper {across} × {down} mm</source>
        <translation>{width} × {height} 像素，打印为 {across} × {down} 毫米</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Error curve</source>
        <translation>误差曲线</translation>
    </message>
    <message>
        <source>Hidden plane</source>
        <translation>隐层平面</translation>
    </message>
    <message>
        <source>Function curve</source>
        <translation>函数曲线</translation>
    </message>
    <message>
        <source>Decision region</source>
        <translation>判决域</translation>
    </message>
    <message>
        <source>test samples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Samples and planes in space</source>
        <translation>空间中的样本和平面</translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation>隐层空间</translation>
    </message>
</context>
<context>
    <name>PicturesFeature</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Save or copy a picture of this view</source>
        <translation>保存或复制这个视图的图片</translation>
    </message>
    <message>
        <source>Save a picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Of all starts that were tried</source>
        <translation>占所有试过的初值</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>初值数</translation>
    </message>
    <message>
        <source>How many ended here</source>
        <translation>有多少停在这里</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>The summed error of the training set, at the first of them</source>
        <translation>其中第一个的训练集误差总和</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Training samples right, at the first of them</source>
        <translation>其中第一个的正确训练样本数</translation>
    </message>
    <message>
        <source>What the network answers to this sample, and behind the arrow what it should answer</source>
        <translation>网络对这个样本的输出；箭头后为期望输出</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Where the others got stuck</source>
        <translation>其余的停在哪里</translation>
    </message>
    <message>
        <source>Failed starts that give the same outputs, within a tenth of the range of the targets</source>
        <translation>输出相同的失败初值，相差不超过期望输出范围的十分之一</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Seed of the start to open</source>
        <translation>要打开的初值的种子</translation>
    </message>
    <message>
        <source>The starts that ended in the chosen place, by their seeds</source>
        <translation>停在所选之处的初值，按种子列出</translation>
    </message>
    <message>
        <source>Open in the workbench</source>
        <translation>在工作台中打开</translation>
    </message>
    <message>
        <source>Show this start as it ended, with its weights and its course; one step of Undo</source>
        <translation>显示这组初值结束时的样子，包括权值和过程；撤销时算一步</translation>
    </message>
    <message>
        <source>Failed starts are gathered here by what the network answers where they ended.</source>
        <translation>失败的初值在这里按网络最后的输出归类。</translation>
    </message>
    <message>
        <source>None failed.</source>
        <translation>没有失败的。</translation>
    </message>
    <message>
        <source>{count} starts failed, in {places} places.</source>
        <translation>{count} 组初值失败，停在 {places} 处。</translation>
    </message>
    <message>
        <source>{count} starts ended elsewhere, each in a place of its own.</source>
        <translation>另有 {count} 组停在别处，各不相同。</translation>
    </message>
</context>
<context>
    <name>PlanBar</name>
    <message>
        <source>Race</source>
        <translation>竞赛</translation>
    </message>
    <message>
        <source>What is raced: this project with one setting varied, or a classic</source>
        <translation>竞赛内容：改变一项设置的本项目，或一个经典竞赛</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What all contenders learn: this project&apos;s data, or another set</source>
        <translation>所有参赛者学习的数据：本项目的数据，或其他数据集</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>The setting in which the contenders differ</source>
        <translation>参赛者之间不同的那项设置</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>One contender for each, two to nine, with commas between them; batch size 0 is the whole set</source>
        <translation>每个值一个参赛者，两至九个，之间用逗号分隔；批量 0 为全部样本</translation>
    </message>
    <message>
        <source>Units a layer</source>
        <translation>每层神经元数</translation>
    </message>
    <message>
        <source>Units in every hidden layer</source>
        <translation>每个隐层的神经元数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The same for all contenders (Adam, the whole set at a time)</source>
        <translation>所有参赛者相同（Adam，每次用全部样本）</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Draws the start weights of all contenders</source>
        <translation>抽取所有参赛者的起始权值</translation>
    </message>
    <message>
        <source>Counterexample</source>
        <translation>反例</translation>
    </message>
    <message>
        <source>Two islands: one hidden layer of sigmoid units learns a region that is not convex</source>
        <translation>两个岛：一个隐层的 sigmoid 神经元学出非凸的区域</translation>
    </message>
</context>
<context>
    <name>PlayMenu</name>
    <message>
        <source>Speed × {speed}</source>
        <translation>速度 × {speed}</translation>
    </message>
    <message>
        <source>Over and over</source>
        <translation>循环播放</translation>
    </message>
</context>
<context>
    <name>PlotSentences</name>
    <message>
        <source>Epoch {epoch}: {count} samples, error {error}.</source>
        <translation>迭代 {epoch} 次：{count} 个样本，误差 {error}。</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {right} of {count} samples are right, error {error}.</source>
        <translation>迭代 {epoch} 次：{count} 个样本中 {right} 个正确，误差 {error}。</translation>
    </message>
    <message>
        <source>Mean error {last} at epoch {epoch}; {first} at epoch {first_epoch}.</source>
        <translation>迭代 {epoch} 次时平均误差为 {last}；迭代 {first_epoch} 次时为 {first}。</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>PC{number} ({percent} %)</source>
        <translation>PC{number}（{percent} %）</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>✓ right</source>
        <translation>✓ 正确</translation>
    </message>
    <message>
        <source>≈ nearly: give three figures</source>
        <translation>≈ 差不多：请给出三位有效数字</translation>
    </message>
    <message>
        <source>✗ not this</source>
        <translation>✗ 不对</translation>
    </message>
    <message>
        <source>✗ the other sign</source>
        <translation>✗ 符号相反</translation>
    </message>
    <message>
        <source>✗ the threshold or bias with the wrong sign</source>
        <translation>✗ 阈值或偏置的符号错了</translation>
    </message>
    <message>
        <source>✗ the threshold or bias is left out</source>
        <translation>✗ 漏了阈值或偏置</translation>
    </message>
    <message>
        <source>✗ that is the net input; f of it is asked for</source>
        <translation>✗ 这是净输入；要的是它的 f 值</translation>
    </message>
    <message>
        <source>✗ the ½ is forgotten</source>
        <translation>✗ 漏了 ½</translation>
    </message>
    <message>
        <source>✗ f′ is forgotten</source>
        <translation>✗ 漏了 f′</translation>
    </message>
    <message>
        <source>✗ f′ is forgotten, and the sign is the other one</source>
        <translation>✗ 漏了 f′，而且符号相反</translation>
    </message>
    <message>
        <source>✗ η is left out</source>
        <translation>✗ 漏了 η</translation>
    </message>
    <message>
        <source>✗ what feeds the connection is left out</source>
        <translation>✗ 漏了送入该连接的值</translation>
    </message>
</context>
<context>
    <name>PreprocessingNote</name>
    <message>
        <source>The network sees {inputs}; its centres stand among those, not on this plane.</source>
        <translation>网络看到 {inputs}；其中心位于这些输入之中，而不在此平面上。</translation>
    </message>
    <message>
        <source>The network sees {inputs}; through them its borders are curves, not lines to take in hand.</source>
        <translation>网络看到 {inputs}；因此它的分界是曲线，没有可拖动的直线。</translation>
    </message>
    <message>
        <source>The network sees {inputs}</source>
        <translation>网络看到 {inputs}</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>PrintedViews</name>
    <message>
        <source>Function curve</source>
        <translation>函数曲线</translation>
    </message>
    <message>
        <source>Decision region</source>
        <translation>判决域</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Hidden plane</source>
        <translation>隐层平面</translation>
    </message>
    <message>
        <source>Samples in space</source>
        <translation>空间中的样本</translation>
    </message>
    <message>
        <source>Error curve</source>
        <translation>误差曲线</translation>
    </message>
</context>
<context>
    <name>Probing</name>
    <message>
        <source>Pass this point through the network</source>
        <translation>让这个点通过网络</translation>
    </message>
    <message>
        <source>Pass nothing through</source>
        <translation>停止通过</translation>
    </message>
</context>
<context>
    <name>ProgressDots</name>
    <message>
        <source>Step {place} of {count}</source>
        <translation>第 {place} 步，共 {count} 步</translation>
    </message>
</context>
<context>
    <name>ProjectFiles</name>
    <message>
        <source>Save the project, with up to {megabytes} MB of the run&apos;s recorded moments</source>
        <translation>保存项目，连同最多 {megabytes} MB 所记录的训练时刻</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Perceptra projects (*{suffix})</source>
        <translation>Perceptra 项目 (*{suffix})</translation>
    </message>
    <message>
        <source>Saving here overwrites what was done there.</source>
        <translation>在此保存会覆盖那里所做的更改。</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>覆盖(&amp;O)</translation>
    </message>
</context>
<context>
    <name>ProjectSaver</name>
    <message>
        <source>Saving {name} …</source>
        <translation>正在保存 {name} …</translation>
    </message>
</context>
<context>
    <name>QuestionBox</name>
    <message>
        <source>Noted. Now see for yourself.</source>
        <translation>已记下。现在亲自看看吧。</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>正确。</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>不完全对。</translation>
    </message>
</context>
<context>
    <name>QuietSplitter</name>
    <message>
        <source>Border between {one} and {other}</source>
        <translation>“{one}”与“{other}”之间的分隔线</translation>
    </message>
</context>
<context>
    <name>RaceBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>How fast to train: slow motion on the left, unlimited on the right</source>
        <translation>训练的快慢：左边是慢动作，右边不限速</translation>
    </message>
    <message>
        <source>Passes over the data that the furthest contender has made</source>
        <translation>走得最远的参赛者的迭代次数</translation>
    </message>
    <message>
        <source>Train all contenders together, or pause (Space)</source>
        <translation>一起训练所有参赛者，或暂停（空格键）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>One pass over the data for every contender (Right)</source>
        <translation>每个参赛者迭代一次（→ 键）</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the same start, epoch 0 (Home)</source>
        <translation>回到同一组初始权值，迭代次数归零（Home）</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>All make the same number of passes</source>
        <translation>所有参赛者的迭代次数相同</translation>
    </message>
    <message>
        <source>Same time</source>
        <translation>同时间</translation>
    </message>
    <message>
        <source>At full speed: all compute for the same time, and make as many passes as that allows</source>
        <translation>全速：所有参赛者计算同样长的时间，能迭代多少次就迭代多少次</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>The ways of all contenders through the weights, on the error surface that they share</source>
        <translation>所有参赛者的权值在共同误差曲面上走过的路径</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Each contender&apos;s decision region</source>
        <translation>每位参赛者的判决区域</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>The error curves of all contenders</source>
        <translation>所有参赛者的误差曲线</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>{count} epochs/s</source>
        <translation>{count} 次迭代/秒</translation>
    </message>
</context>
<context>
    <name>RaceChart</name>
    <message>
        <source>epoch</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>error (sum)</source>
        <translation>误差（和）</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>{title}: error {error} after epoch {epoch}</source>
        <translation>{title}：第 {epoch} 次迭代后误差 {error}</translation>
    </message>
</context>
<context>
    <name>RankingCard</name>
    <message>
        <source>First to</source>
        <translation>最先达到</translation>
    </message>
    <message>
        <source>by</source>
        <translation>排名依据</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>全部正确</translation>
    </message>
    <message>
        <source>error sum ≤</source>
        <translation>误差总和 ≤</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>更新次数</translation>
    </message>
    <message>
        <source>computing time</source>
        <translation>计算时间</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Where the race ends for a contender; the training begins anew</source>
        <translation>参赛者到达何处算完成；训练将重新开始</translation>
    </message>
    <message>
        <source>Error sum</source>
        <translation>误差总和</translation>
    </message>
    <message>
        <source>The error, summed over the training set, that is the goal</source>
        <translation>作为目标的误差（训练集上的总和）</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>排名依据</translation>
    </message>
    <message>
        <source>What decides the ranking</source>
        <translation>按什么排名</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Open this one</source>
        <translation>打开这一个</translation>
    </message>
    <message>
        <source>Take the network, weights, data and settings of the chosen contender into the workbench</source>
        <translation>把所选参赛者的网络、权值、数据和设置放入工作台</translation>
    </message>
    <message>
        <source>Keep as runs</source>
        <translation>存为运行记录</translation>
    </message>
    <message>
        <source>Add the runs of all contenders to the list of runs</source>
        <translation>把所有参赛者的训练加入训练列表</translation>
    </message>
</context>
<context>
    <name>RankingModel</name>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>{time} ms</source>
        <translation>{time} 毫秒</translation>
    </message>
    <message>
        <source>{time} s</source>
        <translation>{time} 秒</translation>
    </message>
    <message>
        <source>Contender</source>
        <translation>参赛者</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新次数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Named by what differs between the contenders</source>
        <translation>以参赛者之间的不同之处命名</translation>
    </message>
    <message>
        <source>Passes over the data until the goal was reached</source>
        <translation>达到目标所需的迭代次数</translation>
    </message>
    <message>
        <source>Changes of the weights until the goal was reached</source>
        <translation>达到目标所需的权值更新次数</translation>
    </message>
    <message>
        <source>Computing time until the goal was reached, measured on this computer while the contender computes, with the evaluation after every pass; each measurement gives a slightly different time</source>
        <translation>达到目标所需的计算时间，在这台计算机上、参赛者计算期间测得，包括每次迭代后的评估；每次测量会略有不同</translation>
    </message>
    <message>
        <source>The error now, summed over the training set</source>
        <translation>此刻的误差（训练集上的总和）</translation>
    </message>
    <message>
        <source>Training samples that are right now</source>
        <translation>此刻正确的训练样本数</translation>
    </message>
</context>
<context>
    <name>RatePanel</name>
    <message>
        <source>Success rate</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Other starts would have another share; that of all possible starts lies in this interval 95 times of 100 (Wilson). Ten times the starts make it about a third as wide.</source>
        <translation>换一批初值，比例会不同；所有可能初值的成功率在 100 次中有 95 次落在这个区间内（Wilson）。初值增加到十倍，区间大约缩小到三分之一。</translation>
    </message>
    <message>
        <source>How often does this network learn this data? It depends on the random start: try many.</source>
        <translation>这个网络有多大比例能学会这些数据？这取决于随机初值：多试几次。</translation>
    </message>
    <message>
        <source>{right} of {count} starts</source>
        <translation>{count} 组初值中的 {right} 组</translation>
    </message>
</context>
<context>
    <name>RbfEditor</name>
    <message>
        <source>Centre c{index} = ({centre}), width σ{index} = {width}. Drag to move it; C, then arrows.</source>
        <translation>中心 c{index} = ({centre})，宽度 σ{index} = {width}。拖动可移动；或按 C 再用方向键。</translation>
    </message>
    <message>
        <source>Width σ{index} = {width} about c{index} = ({centre}): the unit answers 0.61 here. Drag it.</source>
        <translation>宽度 σ{index} = {width}，中心 c{index} = ({centre})：神经元在此处输出 0.61。可拖动。</translation>
    </message>
</context>
<context>
    <name>RbfFeature</name>
    <message>
        <source>There are no weights yet; add a sample, or wait a moment.</source>
        <translation>还没有权值；请添加一个样本，或稍等片刻。</translation>
    </message>
</context>
<context>
    <name>RbfPanel</name>
    <message>
        <source>RBF network</source>
        <translation>RBF 网络</translation>
    </message>
    <message>
        <source>Centres by</source>
        <translation>中心的选取</translation>
    </message>
    <message>
        <source>How “Place centres” finds the centres</source>
        <translation>“放置中心”选取中心的方法</translation>
    </message>
    <message>
        <source>Widths by</source>
        <translation>宽度的规则</translation>
    </message>
    <message>
        <source>The rule that gives every unit its width σ</source>
        <translation>确定各神经元宽度 σ 的规则</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>The widths are the rule&apos;s, multiplied by this factor</source>
        <translation>按规则得到的宽度再乘以该倍数</translation>
    </message>
    <message>
        <source>Training moves</source>
        <translation>训练调整</translation>
    </message>
    <message>
        <source>What Train may change by the gradient</source>
        <translation>训练时按梯度调整哪些参数</translation>
    </message>
    <message>
        <source>Place centres</source>
        <translation>放置中心</translation>
    </message>
    <message>
        <source>Put the centres where the samples are, and set the widths</source>
        <translation>把中心放到样本所在处，并设定宽度</translation>
    </message>
    <message>
        <source>Set widths</source>
        <translation>设定宽度</translation>
    </message>
    <message>
        <source>Set the widths by the rule, for the centres as they are</source>
        <translation>中心不变，按规则设定宽度</translation>
    </message>
    <message>
        <source>Solve output weights</source>
        <translation>求解输出权值</translation>
    </message>
    <message>
        <source>Least squares: the output weights with the least squared error, in one step. Outputs are linear.</source>
        <translation>最小二乘：一步求出使平方误差最小的输出权值。输出层为线性。</translation>
    </message>
    <message>
        <source>Centres and widths in the plot</source>
        <translation>在图中显示中心和宽度</translation>
    </message>
    <message>
        <source>Show every centre and width, to be dragged; switched off, the samples below can be reached</source>
        <translation>显示每个中心和宽度，可以拖动；关闭后可操作下面的样本</translation>
    </message>
    <message>
        <source>Units answer exp(−‖x − c‖² / 2σ²): 1 at their centre c, 0.61 at the distance σ.</source>
        <translation>神经元的输出为 exp(−‖x − c‖² / 2σ²)：在中心 c 处为 1，距离为 σ 时为 0.61。</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k 均值</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>From samples</source>
        <translation>从样本中抽取</translation>
    </message>
    <message>
        <source>Farthest pair</source>
        <translation>最大距离</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>最近的中心</translation>
    </message>
    <message>
        <source>σ = d_max / √(2·units), the same for all; d_max is the largest distance of two centres</source>
        <translation>σ = d_max / √(2·神经元数)，各神经元相同；d_max 为两中心间的最大距离</translation>
    </message>
    <message>
        <source>σ = the mean distance to the two nearest other centres, for each unit its own</source>
        <translation>σ = 到最近两个其他中心的平均距离，各神经元各不相同</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部参数</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>输出层</translation>
    </message>
</context>
<context>
    <name>RecentProjects</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>Forget which projects were opened; the files stay</source>
        <translation>不再记住打开过的项目；文件保留</translation>
    </message>
    <message>
        <source>{name} is no longer in {folder}; it was taken off the list.</source>
        <translation>{name} 已不在 {folder} 中，已从列表中移除。</translation>
    </message>
</context>
<context>
    <name>RecordingMenu</name>
    <message>
        <source>Recording</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Up to {megabytes} MB of memory</source>
        <translation>最多占用 {megabytes} MB 内存</translation>
    </message>
    <message>
        <source>A saved project holds up to {megabytes} MB of them</source>
        <translation>保存的项目最多包含其中的 {megabytes} MB</translation>
    </message>
    <message>
        <source>No moments of a run are recorded</source>
        <translation>没有记录训练的时刻</translation>
    </message>
    <message>
        <source>{count} moments are recorded: {size} of {megabytes} MB</source>
        <translation>已记录 {count} 个时刻：{megabytes} MB 中的 {size} MB</translation>
    </message>
</context>
<context>
    <name>RegionHint</name>
    <message>
        <source>Click to place the first point</source>
        <translation>单击放置第一个点</translation>
    </message>
    <message>
        <source>No samples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>The inputs on this plane are too large for outputs that are finite numbers.</source>
        <translation>此平面上的输入太大，输出不再是有限的数。</translation>
    </message>
    <message>
        <source>The outputs are no longer finite numbers: the network has diverged.</source>
        <translation>输出已不是有限的数：网络发散了。</translation>
    </message>
</context>
<context>
    <name>RegionMenu</name>
    <message>
        <source>Reset the view</source>
        <translation>复原视图</translation>
    </message>
    <message>
        <source>Hard edges</source>
        <translation>硬边界</translation>
    </message>
    <message>
        <source>Equal scales on both axes</source>
        <translation>两轴使用相同比例</translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <source>{count} separate parts</source>
        <translation>分成 {count} 块</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>half-plane</source>
        <translation>半平面</translation>
    </message>
    <message>
        <source>convex</source>
        <translation>凸域</translation>
    </message>
    <message>
        <source>one part, not convex</source>
        <translation>一块，非凸</translation>
    </message>
    <message>
        <source>Regions: {parts}</source>
        <translation>区域：{parts}</translation>
    </message>
    <message>
        <source>{name}: {shape}, {share} %</source>
        <translation>{name}：{shape}，{share} %</translation>
    </message>
    <message>
        <source>Share of the area shown, and distance of the nearest sample to the border:</source>
        <translation>占所示面积的比例，以及最近样本到边界的距离：</translation>
    </message>
    <message>
        <source>margin: {distance} (of the samples that are right)</source>
        <translation>间距：{distance}（只计正确的样本）</translation>
    </message>
    <message>
        <source>each sample, negative where it is wrong: {distances}</source>
        <translation>各样本（错误的为负）：{distances}</translation>
    </message>
    <message>
        <source>margin {distance}</source>
        <translation>间距 {distance}</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Lab report</source>
        <translation>实验报告</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>Stands at the head of the report</source>
        <translation>写在报告开头</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Whose report it is; saved with the project</source>
        <translation>报告的作者；随项目保存</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>The language of the report</source>
        <translation>报告所用的语言</translation>
    </message>
    <message>
        <source>&amp;Regions at epochs</source>
        <translation>画出这些迭代时的区域(&amp;R)</translation>
    </message>
    <message>
        <source>At most {count}; shown are the nearest moments that the run has kept</source>
        <translation>最多 {count} 个；画出训练所保留的最接近的时刻</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>笔记(&amp;O)</translation>
    </message>
    <message>
        <source>What you found out; saved with the project</source>
        <translation>您的发现；随项目保存</translation>
    </message>
    <message>
        <source>&amp;Save PDF and HTML …</source>
        <translation>保存 PDF 和 HTML(&amp;S)…</translation>
    </message>
    <message>
        <source>Writes both files beside each other</source>
        <translation>两个文件写在同一处</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Surface, race, starts</source>
        <translation>曲面、竞赛、成功率</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>保留的训练</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>To do it again</source>
        <translation>如何重做</translation>
    </message>
    <message>
        <source>Whether this part stands in the report</source>
        <translation>报告中是否有这一部分</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ReportFeature</name>
    <message>
        <source>Lab report: {name}</source>
        <translation>实验报告：{name}</translation>
    </message>
    <message>
        <source>Save the lab report</source>
        <translation>保存实验报告</translation>
    </message>
    <message>
        <source>Report (*.pdf and *.html) (*.pdf)</source>
        <translation>报告（*.pdf 和 *.html）(*.pdf)</translation>
    </message>
    <message>
        <source> report</source>
        <translation> 报告</translation>
    </message>
    <message>
        <source>{name} is there already. Overwrite it?</source>
        <translation>{name} 已经存在。要覆盖吗？</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；没有写入任何文件。</translation>
    </message>
    <message>
        <source>Saved as {pdf} and {html}.</source>
        <translation>已保存为 {pdf} 和 {html}。</translation>
    </message>
</context>
<context>
    <name>RoleHeader</name>
    <message>
        <source>What becomes of the column {name}</source>
        <translation>列 {name} 的用途</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Input: numbers</source>
        <translation>输入：数值</translation>
    </message>
    <message>
        <source>Input: one-hot</source>
        <translation>输入：独热</translation>
    </message>
    <message>
        <source>Input: ordinal</source>
        <translation>输入：序数</translation>
    </message>
    <message>
        <source>Input: days</source>
        <translation>输入：天数</translation>
    </message>
    <message>
        <source>Input: year</source>
        <translation>输入：年</translation>
    </message>
    <message>
        <source>Input: month</source>
        <translation>输入：月</translation>
    </message>
    <message>
        <source>Input: day</source>
        <translation>输入：日</translation>
    </message>
    <message>
        <source>Input: weekday</source>
        <translation>输入：星期</translation>
    </message>
    <message>
        <source>Input: hour</source>
        <translation>输入：小时</translation>
    </message>
    <message>
        <source>Input: hours</source>
        <translation>输入：小时数</translation>
    </message>
    <message>
        <source>Input: minutes</source>
        <translation>输入：分钟数</translation>
    </message>
    <message>
        <source>Input: seconds</source>
        <translation>输入：秒数</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>期望输出</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不使用</translation>
    </message>
</context>
<context>
    <name>RunControl</name>
    <message>
        <source>Go back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Done: the error has reached its target.</source>
        <translation>完成：误差已达到目标。</translation>
    </message>
    <message>
        <source>Done: all samples are right.</source>
        <translation>完成：所有样本都正确。</translation>
    </message>
    <message>
        <source>Stopped: the limit of epochs is reached. Train goes on from here.</source>
        <translation>已停止：达到迭代次数上限。单击“训练”可从这里继续。</translation>
    </message>
    <message>
        <source>Training stands: {figures}.</source>
        <translation>训练已停下：{figures}。</translation>
    </message>
    <message>
        <source>Preparing the engine for this computer, once: training starts by itself in some seconds …</source>
        <translation>正在为这台计算机准备计算引擎，仅此一次：几秒后自动开始训练…</translation>
    </message>
    <message>
        <source>Preparing the engine for this computer, once …</source>
        <translation>正在为这台计算机准备计算引擎，仅此一次…</translation>
    </message>
    <message>
        <source>Engine not compiled: training is slow</source>
        <translation>引擎未编译：训练较慢</translation>
    </message>
    <message>
        <source>Numba is not installed, or not made for this computer. The numbers are the same.</source>
        <translation>未安装 Numba，或 Numba 不支持这台计算机。算出的数字相同。</translation>
    </message>
</context>
<context>
    <name>RunSaver</name>
    <message>
        <source>There is no run to keep yet: train first.</source>
        <translation>还没有可保留的训练：请先训练。</translation>
    </message>
    <message>
        <source>This run is on the list already: {name}.</source>
        <translation>这次训练已在列表中：{name}。</translation>
    </message>
    <message>
        <source>Run {number}: {sizes}, {how}, {activation}</source>
        <translation>训练 {number}：{sizes}，{how}，{activation}</translation>
    </message>
</context>
<context>
    <name>RunsChart</name>
    <message>
        <source>epoch</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>mean error</source>
        <translation>平均误差</translation>
    </message>
</context>
<context>
    <name>RunsFeature</name>
    <message>
        <source>Error curves of the selected runs</source>
        <translation>所选运行的误差曲线</translation>
    </message>
    <message>
        <source>{name} is back as it ended; Train goes on from there.</source>
        <translation>{name} 已恢复到结束时的状态；“训练”从那里继续。</translation>
    </message>
    <message>
        <source>{name} is back at its start. Its end was too large to keep, and its settings or data were changed while it trained: Train gives another run.</source>
        <translation>{name} 已回到初始状态。它的终点太大未能保留，而且训练途中改过设置或数据：再训练会得到不同的结果。</translation>
    </message>
    <message>
        <source>{name} is back at its start. Its end was too large to keep: Train gives it again, bit by bit.</source>
        <translation>{name} 已回到初始状态。它的终点太大未能保留：再训练会得到每一位都相同的结果。</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束原因</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留时间</translation>
    </message>
    <message>
        <source>The summed error of the training set</source>
        <translation>训练集的误差总和</translation>
    </message>
    <message>
        <source>Training samples right</source>
        <translation>判断正确的训练样本</translation>
    </message>
    <message>
        <source>Test samples right</source>
        <translation>判断正确的测试样本</translation>
    </message>
    <message>
        <source>Settings, data or weights were changed while it trained; shown are the last ones.</source>
        <translation>训练过程中更改过设置、数据或权值；显示的是最后的设置。</translation>
    </message>
    <message>
        <source>Its end took too much room: Restore goes to its start.</source>
        <translation>它的终点占用空间太大：“恢复”会回到它的初始状态。</translation>
    </message>
    <message>
        <source>Its samples took too much room: open the same data before Restore.</source>
        <translation>它的样本占用空间太大：请先打开同样的数据再“恢复”。</translation>
    </message>
    <message>
        <source>F2 or a double click gives it another name</source>
        <translation>按 F2 或双击可改名</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Add the present run to the list (Ctrl+M)</source>
        <translation>把当前训练加入列表 (Ctrl+M)</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Bring back data, network, settings and weights of this run</source>
        <translation>恢复这次训练的数据、网络、设置和权值</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take the selected runs off the list; Ctrl+Z brings them back</source>
        <translation>从列表中去掉所选训练；Ctrl+Z 可找回</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>The error curves of the selected runs over each other</source>
        <translation>把所选训练的误差曲线画在一起</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The settings side by side; what differs comes first</source>
        <translation>并排列出设置；不同的排在前面</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Draw the error on a logarithmic scale</source>
        <translation>用对数刻度画误差</translation>
    </message>
    <message>
        <source>Runs that end are kept here, with their settings and error curve. Train one.</source>
        <translation>结束的训练连同设置和误差曲线保留在这里。请先训练一次。</translation>
    </message>
    <message>
        <source>Settings of the selected runs</source>
        <translation>所选训练的设置</translation>
    </message>
    <message>
        <source>Select runs to compare their settings.</source>
        <translation>请选择训练以比较设置。</translation>
    </message>
    <message>
        <source>Error curves of the selected runs</source>
        <translation>所选训练的误差曲线</translation>
    </message>
    <message>
        <source>Select one run or several to see their error curves.</source>
        <translation>选择一次或几次训练，查看误差曲线。</translation>
    </message>
</context>
<context>
    <name>SampleEdits</name>
    <message>
        <source>Select the samples to remove first.</source>
        <translation>请先选择要移除的样本。</translation>
    </message>
    <message>
        <source>Copying {count} samples …</source>
        <translation>正在复制 {count} 个样本…</translation>
    </message>
    <message>
        <source>{count} samples copied.</source>
        <translation>已复制 {count} 个样本。</translation>
    </message>
</context>
<context>
    <name>SampleMenu</name>
    <message>
        <source>&amp;Add a sample</source>
        <translation>添加样本(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove samples</source>
        <translation>移除样本(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy with &amp;headings</source>
        <translation>连同列名复制(&amp;H)</translation>
    </message>
    <message>
        <source>Copy with &amp;outputs and errors</source>
        <translation>连同输出和误差复制(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Paste over the cells from here on</source>
        <translation>从此处起粘贴覆盖(&amp;P)</translation>
    </message>
    <message>
        <source>Paste as &amp;new samples</source>
        <translation>粘贴为新样本(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Keep for testing</source>
        <translation>留作测试(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Train on them</source>
        <translation>用于训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Sort by this column</source>
        <translation>按此列排序(&amp;S)</translation>
    </message>
    <message>
        <source>Sort by this column, &amp;largest first</source>
        <translation>按此列排序，从大到小(&amp;L)</translation>
    </message>
    <message>
        <source>Or&amp;der of the data</source>
        <translation>数据原来的顺序(&amp;D)</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>test {number}</source>
        <translation>测试 {number}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>A test sample: never trained on</source>
        <translation>测试样本：从不用于训练</translation>
    </message>
    <message>
        <source>A training sample</source>
        <translation>训练样本</translation>
    </message>
</context>
<context>
    <name>SamplePanel</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>SampleSummary</name>
    <message>
        <source>Summary of the samples</source>
        <translation>样本小结</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>right –</source>
        <translation>正确 –</translation>
    </message>
    <message>
        <source>right {right} of {count} ({percent} %)</source>
        <translation>正确 {right} / {count}（{percent} %）</translation>
    </message>
    <message>
        <source>right {percent} %</source>
        <translation>正确 {percent} %</translation>
    </message>
    <message>
        <source>mean error {value}</source>
        <translation>平均误差 {value}</translation>
    </message>
    <message>
        <source>summed error {value}</source>
        <translation>误差总和 {value}</translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>right?</source>
        <translation>正确？</translation>
    </message>
    <message>
        <source>Double-click a cell, or type, to change it.</source>
        <translation>双击单元格或直接键入即可更改。</translation>
    </message>
    <message>
        <source>Click to sort what you see; the order of training stays as it is.</source>
        <translation>单击可对所见内容排序；训练的顺序不变。</translation>
    </message>
    <message>
        <source>Number of the sample, in the order of training; test samples come last</source>
        <translation>样本编号，按训练顺序；测试样本排在最后</translation>
    </message>
    <message>
        <source>Input {name}</source>
        <translation>输入 {name}</translation>
    </message>
    <message>
        <source>Desired output {name}</source>
        <translation>期望输出 {name}</translation>
    </message>
    <message>
        <source>What unit {name} of the last hidden layer answers now</source>
        <translation>最后一个隐层第 {name} 个神经元现在的输出</translation>
    </message>
    <message>
        <source>What the network answers now</source>
        <translation>网络现在的实际输出</translation>
    </message>
    <message>
        <source>Of the scaled targets, as training counts it.</source>
        <translation>按缩放后的期望输出计算，与训练一致。</translation>
    </message>
    <message>
        <source>Cross-entropy of the sample, {formula}; its sum is the error of the set</source>
        <translation>该样本的交叉熵 {formula}；其总和是整个样本集的误差</translation>
    </message>
    <message>
        <source>Squared error of the sample, {formula}; its sum is the error of the set</source>
        <translation>该样本的平方误差 {formula}；其总和是整个样本集的误差</translation>
    </message>
    <message>
        <source>Whether the answer lies on the side of the desired output, or its class wins</source>
        <translation>实际输出是否与期望输出在同一侧，或其类别是否胜出</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>No samples yet: click in the decision region, press Insert here, or paste cells of a spreadsheet.</source>
        <translation>还没有样本：请在判决域中单击，在此按 Insert 键，或粘贴电子表格中的单元格。</translation>
    </message>
    <message>
        <source>test {number}</source>
        <translation>测试 {number}</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
</context>
<context>
    <name>SampleTools</name>
    <message>
        <source>Add a sample</source>
        <translation>添加样本</translation>
    </message>
    <message>
        <source>Add a sample and type its numbers (Insert)</source>
        <translation>添加一个样本并输入其数值（Insert）</translation>
    </message>
    <message>
        <source>Remove samples</source>
        <translation>移除样本</translation>
    </message>
    <message>
        <source>Remove the selected samples (Delete)</source>
        <translation>移除所选样本（Delete）</translation>
    </message>
    <message>
        <source>Export the samples as CSV</source>
        <translation>将样本导出为 CSV</translation>
    </message>
    <message>
        <source>Write all samples with outputs and errors, all digits, into a table that spreadsheets read</source>
        <translation>将全部样本及其输出和误差以全部位数写入电子表格可读的表</translation>
    </message>
</context>
<context>
    <name>SamplesFeature</name>
    <message>
        <source>Export the samples</source>
        <translation>导出样本</translation>
    </message>
    <message>
        <source>The outputs are still being computed; try again in a moment.</source>
        <translation>输出仍在计算中；请稍后再试。</translation>
    </message>
    <message>
        <source>Writing the samples …</source>
        <translation>正在写入样本…</translation>
    </message>
    <message>
        <source>{count} samples written to {path}.</source>
        <translation>已将 {count} 个样本写入 {path}。</translation>
    </message>
</context>
<context>
    <name>ScalingAdvice</name>
    <message>
        <source>With these numbers the error would stay above that of always answering the mean. Scaled, they are learned; you still see your units.</source>
        <translation>用这些数值训练，误差会一直高于总是回答平均值时的误差。缩放后即可学习；您看到的仍是您的单位。</translation>
    </message>
    <message>
        <source>The error is {times} times that of always answering the mean: lower the learning rate.</source>
        <translation>误差是总是回答平均值时的 {times} 倍：请降低学习率。</translation>
    </message>
    <message>
        <source>The error is {times} times that of always answering the mean. Scaled numbers are learned better.</source>
        <translation>误差是总是回答平均值时的 {times} 倍。缩放后的数值更易学习。</translation>
    </message>
    <message>
        <source>Scale the inputs</source>
        <translation>缩放输入</translation>
    </message>
    <message>
        <source>Scale the targets</source>
        <translation>缩放期望输出</translation>
    </message>
    <message>
        <source>Scale inputs and targets</source>
        <translation>缩放输入和期望输出</translation>
    </message>
</context>
<context>
    <name>SecondFileDialog</name>
    <message>
        <source>Test data from {name}</source>
        <translation>来自 {name} 的测试集</translation>
    </message>
    <message>
        <source>These become the test samples; training samples stay as they are. Undo takes it back.</source>
        <translation>这些将成为测试样本；训练样本保持不变。撤销可以恢复。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>samples that were not kept</source>
        <translation>未保留的样本</translation>
    </message>
    <message>
        <source>Truth table, in counting order</source>
        <translation>真值表（按计数顺序）</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>测试样本数</translation>
    </message>
    <message>
        <source>uniform between −{range} and {range}</source>
        <translation>在 −{range} 与 {range} 之间均匀分布</translation>
    </message>
    <message>
        <source>Xavier (Glorot)</source>
        <translation>Xavier (Glorot)</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>all zeros</source>
        <translation>全为零</translation>
    </message>
    <message>
        <source>given number by number</source>
        <translation>逐个给定</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>初始权值</translation>
    </message>
    <message>
        <source>to −1 … 1</source>
        <translation>到 −1 … 1</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>one-hot</source>
        <translation>独热</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>the whole set</source>
        <translation>整个样本集</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>学习规则</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差函数</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>Samples a batch</source>
        <translation>每批样本数</translation>
    </message>
    <message>
        <source>Hidden activation</source>
        <translation>隐层激活函数</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐层数</translation>
    </message>
    <message>
        <source>Units a layer</source>
        <translation>每层神经元数</translation>
    </message>
    <message>
        <source>Initial range</source>
        <translation>初值范围</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 惩罚</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 惩罚</translation>
    </message>
    <message>
        <source>New order every epoch</source>
        <translation>每次迭代重新排序</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Limit of epochs</source>
        <translation>迭代次数上限</translation>
    </message>
    <message>
        <source>Target error, summed</source>
        <translation>目标误差（总和）</translation>
    </message>
    <message>
        <source>Stop when all samples are right</source>
        <translation>全部正确时停止</translation>
    </message>
    <message>
        <source>Evaluated every … epochs</source>
        <translation>每隔几次迭代评估</translation>
    </message>
    <message>
        <source>target error reached</source>
        <translation>达到目标误差</translation>
    </message>
    <message>
        <source>all samples right</source>
        <translation>全部样本正确</translation>
    </message>
    <message>
        <source>limit of epochs</source>
        <translation>达到迭代次数上限</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>stopped by hand</source>
        <translation>手动停止</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Share of test samples</source>
        <translation>测试样本比例</translation>
    </message>
    <message>
        <source>Test share from each class alike</source>
        <translation>各类按同样比例抽取测试样本</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从 … 到 …</translation>
    </message>
    <message>
        <source>Seed of the data</source>
        <translation>数据的随机种子</translation>
    </message>
    <message>
        <source>Codes of the inputs</source>
        <translation>输入编码</translation>
    </message>
    <message>
        <source>Codes of the targets</source>
        <translation>期望输出编码</translation>
    </message>
    <message>
        <source>the inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>The network sees</source>
        <translation>网络看到</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Targets scaled</source>
        <translation>期望输出的缩放</translation>
    </message>
    <message>
        <source>to mean 0 and deviation 1</source>
        <translation>均值 0、标准差 1</translation>
    </message>
    <message>
        <source>to 0 … 1</source>
        <translation>缩放到 0 … 1</translation>
    </message>
    <message>
        <source>Scaled</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Decay of the learning rate</source>
        <translation>学习率衰减</translation>
    </message>
</context>
<context>
    <name>ShapeDialog</name>
    <message>
        <source>Shape the data</source>
        <translation>数据预处理</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Derived features</source>
        <translation>派生特征</translation>
    </message>
    <message>
        <source>Tick what the network is to see; the little map shows it over the data</source>
        <translation>勾选网络要看到的特征；小图显示它在数据范围内的值</translation>
    </message>
    <message>
        <source>Besides, the inputs themselves: {names}</source>
        <translation>另外还有输入本身：{names}</translation>
    </message>
    <message>
        <source>Off: the network sees the derived features alone</source>
        <translation>关闭：网络只看到派生特征</translation>
    </message>
    <message>
        <source>Scaling, split and noise</source>
        <translation>缩放、划分与噪声</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Shape the data so, as one step</source>
        <translation>如此预处理数据，作为一步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave the data as they are</source>
        <translation>数据保持不变</translation>
    </message>
</context>
<context>
    <name>ShapeFields</name>
    <message>
        <source>As they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Mean 0, deviation 1</source>
        <translation>均值 0，标准差 1</translation>
    </message>
    <message>
        <source>From 0 to 1</source>
        <translation>从 0 到 1</translation>
    </message>
    <message>
        <source>From −1 to 1</source>
        <translation>从 −1 到 1</translation>
    </message>
    <message>
        <source>Add noise</source>
        <translation>加入噪声</translation>
    </message>
    <message>
        <source>Moves every sample once, at random, by this standard deviation</source>
        <translation>将每个样本随机移动一次，数值为标准差</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Moves every point at random; the standard deviation</source>
        <translation>随机移动每个点；数值为标准差</translation>
    </message>
    <message>
        <source>Scale the inputs</source>
        <translation>缩放输入</translation>
    </message>
    <message>
        <source>By the numbers of the training samples alone</source>
        <translation>只按训练样本的数值计算</translation>
    </message>
    <message>
        <source>Scale the targets</source>
        <translation>缩放期望输出</translation>
    </message>
    <message>
        <source>The network learns scaled targets; tables, region and exports keep your units</source>
        <translation>网络学习缩放后的期望输出；表格、区域和导出仍用您的单位</translation>
    </message>
    <message>
        <source>Test share %</source>
        <translation>测试比例 %</translation>
    </message>
    <message>
        <source>The part that is kept for testing, in percent</source>
        <translation>留作测试的部分，以百分比计</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>Draws the split and the noise; the same seed, the same draw</source>
        <translation>决定划分和噪声；种子相同，结果相同</translation>
    </message>
    <message>
        <source>Of every class the same share is kept for testing, as exactly as can be</source>
        <translation>每个类别都尽可能精确地留出相同比例用于测试</translation>
    </message>
    <message>
        <source>Keep the share of every class</source>
        <translation>保持每个类别的比例</translation>
    </message>
</context>
<context>
    <name>ShapeTexts</name>
    <message>
        <source>Training: {count} samples</source>
        <translation>训练集：{count} 个样本</translation>
    </message>
    <message>
        <source>Test: {count} samples</source>
        <translation>测试集：{count} 个样本</translation>
    </message>
    <message>
        <source>The network sees the inputs as they are.</source>
        <translation>网络看到的输入保持原样。</translation>
    </message>
    <message>
        <source>The network sees:</source>
        <translation>网络看到：</translation>
    </message>
    <message>
        <source>It learns:</source>
        <translation>它学习：</translation>
    </message>
    <message>
        <source>It then has {count} inputs, and its weights start anew.</source>
        <translation>届时它有 {count} 个输入，权值重新开始。</translation>
    </message>
</context>
<context>
    <name>SliceControls</name>
    <message>
        <source>Principal component on the horizontal axis</source>
        <translation>横轴上的主成分</translation>
    </message>
    <message>
        <source>Principal component on the vertical axis</source>
        <translation>纵轴上的主成分</translation>
    </message>
    <message>
        <source>Input on the horizontal axis</source>
        <translation>横轴上的输入</translation>
    </message>
    <message>
        <source>Input on the vertical axis</source>
        <translation>纵轴上的输入</translation>
    </message>
    <message>
        <source>{arrow} Other inputs</source>
        <translation>{arrow} 其他输入</translation>
    </message>
    <message>
        <source>Sliders for the inputs that are on no axis</source>
        <translation>未显示在坐标轴上的输入的滑块</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>主成分</translation>
    </message>
    <message>
        <source>Principal components</source>
        <translation>主成分</translation>
    </message>
    <message>
        <source>Show the plane through the mean of the samples in which they vary most, every input measured in its standard deviation; samples are projected on it</source>
        <translation>显示过样本均值、样本变化最大的平面（各输入以其标准差为单位）；样本投影到该平面上</translation>
    </message>
    <message>
        <source>Find an input</source>
        <translation>查找输入</translation>
    </message>
    <message>
        <source>Only the sliders of inputs with these letters in their name</source>
        <translation>只显示名称中含有这些字符的输入的滑块</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Hold the other inputs at their mean</source>
        <translation>把其他输入固定在均值</translation>
    </message>
    <message>
        <source>Chosen sample</source>
        <translation>所选样本</translation>
    </message>
    <message>
        <source>Hold the other inputs where the chosen sample has them</source>
        <translation>把其他输入固定为所选样本的值</translation>
    </message>
    <message>
        <source>Click a sample in the plot first</source>
        <translation>请先在图中单击一个样本</translation>
    </message>
    <message>
        <source>Test sample {number}</source>
        <translation>测试样本 {number}</translation>
    </message>
    <message>
        <source>Sample {number}</source>
        <translation>样本 {number}</translation>
    </message>
</context>
<context>
    <name>SlideFiles</name>
    <message>
        <source>untitled slides</source>
        <translation>未命名幻灯片</translation>
    </message>
    <message>
        <source>Open slides</source>
        <translation>打开幻灯片</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the slides</source>
        <translation>保存幻灯片</translation>
    </message>
    <message>
        <source>Export the slides as a lesson</source>
        <translation>将幻灯片导出为课程</translation>
    </message>
    <message>
        <source>Lessons (*.toml)</source>
        <translation>课程 (*.toml)</translation>
    </message>
    <message>
        <source>Slides (*{suffix})</source>
        <translation>幻灯片 (*{suffix})</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>已保存为 {path}。</translation>
    </message>
    <message>
        <source>{saved} A lesson cannot hold everything – {remarks}.</source>
        <translation>{saved}课程无法容纳全部内容：{remarks}。</translation>
    </message>
</context>
<context>
    <name>SlideKeeping</name>
    <message>
        <source>Until you save them, closing would cost your slides: {problem}</source>
        <translation>在您保存之前，关闭程序会丢失您的幻灯片：{problem}</translation>
    </message>
</context>
<context>
    <name>SlideWriter</name>
    <message>
        <source>Saving {name} …</source>
        <translation>正在保存 {name} …</translation>
    </message>
</context>
<context>
    <name>SlidesDialog</name>
    <message>
        <source>Slides</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>Keep a moment of the window (Ctrl+F5) or add a lesson. Page Down and Page Up walk through them; your own work waits meanwhile. The list is kept when you close the program.</source>
        <translation>保留窗口的某一时刻（Ctrl+F5），或添加一节课程。用 Page Down 和 Page Up 依次放映；其间您自己的工作会等着。关闭程序时列表会保留。</translation>
    </message>
    <message>
        <source>Keep this moment</source>
        <translation>保留此刻</translation>
    </message>
    <message>
        <source>Add what the window shows now (Ctrl+F5)</source>
        <translation>加入窗口现在显示的内容（Ctrl+F5）</translation>
    </message>
    <message>
        <source>Add a lesson</source>
        <translation>添加课程</translation>
    </message>
    <message>
        <source>Page Down goes through its steps, then to the next slide</source>
        <translation>Page Down 依次走完它的各步，再到下一张幻灯片</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Show the slide earlier (Alt+Up)</source>
        <translation>让这张幻灯片提前放映（Alt+↑）</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Show the slide later (Alt+Down)</source>
        <translation>让这张幻灯片推后放映（Alt+↓）</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give the slide another name (F2)</source>
        <translation>给这张幻灯片另取名称（F2）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take the slide off the list (Del)</source>
        <translation>从列表中去掉这张幻灯片（Del）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last change of the list (Ctrl+Z)</source>
        <translation>撤销对列表的上一次改动（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open a file of slides and show its first one</source>
        <translation>打开幻灯片文件并显示第一张</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save all slides, with their projects, as one file (Ctrl+S)</source>
        <translation>把所有幻灯片连同其项目保存为一个文件（Ctrl+S）</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the slides under another name</source>
        <translation>以另一名称保存幻灯片</translation>
    </message>
    <message>
        <source>As lesson…</source>
        <translation>导出为课程…</translation>
    </message>
    <message>
        <source>Write the slides as a lesson, with their projects beside it</source>
        <translation>把幻灯片写成一节课程，项目存于其旁</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>放映</translation>
    </message>
    <message>
        <source>Show the chosen slide in the window; Page Down leads on</source>
        <translation>在窗口中显示所选幻灯片；Page Down 继续</translation>
    </message>
    <message>
        <source>lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Slides – {name}</source>
        <translation>幻灯片 – {name}</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
</context>
<context>
    <name>SlidesFeature</name>
    <message>
        <source>{data}, epoch {epoch}</source>
        <translation>{data}，第 {epoch} 次迭代</translation>
    </message>
    <message>
        <source>Slide {number}: {name}</source>
        <translation>第 {number} 张幻灯片：{name}</translation>
    </message>
    <message>
        <source>Slides…</source>
        <translation>幻灯片…</translation>
    </message>
    <message>
        <source>There are no slides yet: keep a moment first.</source>
        <translation>还没有幻灯片：请先保留一个时刻。</translation>
    </message>
</context>
<context>
    <name>SpaceView</name>
    <message>
        <source>{drawn} of {total} points drawn</source>
        <translation>已画出 {total} 个点中的 {drawn} 个</translation>
    </message>
    <message>
        <source>Samples and planes in space</source>
        <translation>空间中的样本与分界平面</translation>
    </message>
</context>
<context>
    <name>StageToolsFeature</name>
    <message>
        <source>The screen is black. Any key or click brings the window back.</source>
        <translation>屏幕已变黑。按任意键或单击即可恢复窗口。</translation>
    </message>
    <message>
        <source>The window can be seen again.</source>
        <translation>窗口已恢复显示。</translation>
    </message>
</context>
<context>
    <name>StartEntry</name>
    <message>
        <source>Start weights {name}</source>
        <translation>初始权值 {name}</translation>
    </message>
    <message>
        <source>The weights before the first step: type {names} and press Enter. For several output units, one vector after the other with semicolons between.</source>
        <translation>第一步之前的权值：输入 {names} 并按回车。有多个输出神经元时，依次输入各向量，用分号隔开。</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>The sample that goes through the seven steps</source>
        <translation>逐步经过七个步骤的样本</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>To the step before (Left in the table below)</source>
        <translation>回到上一步（在下方表格中按左键）</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>To the next step (Right in the table below)</source>
        <translation>到下一步（在下方表格中按右键）</translation>
    </message>
    <message>
        <source>Step {number}: {name}</source>
        <translation>第 {number} 步：{name}</translation>
    </message>
</context>
<context>
    <name>StepButtons</name>
    <message>
        <source>Decrease</source>
        <translation>减小</translation>
    </message>
    <message>
        <source>Increase</source>
        <translation>增大</translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message>
        <source>quantity</source>
        <translation>量</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>with the numbers</source>
        <translation>代入数值</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>afterwards</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>StepPanel</name>
    <message>
        <source>Back-propagation step by step</source>
        <translation>逐步演示误差反传</translation>
    </message>
    <message>
        <source>Numbers of the step</source>
        <translation>该步骤的数值</translation>
    </message>
    <message>
        <source>Left and Right go through the steps, Ctrl+C copies the numbers, pointing at one shows every digit</source>
        <translation>左右键切换步骤，Ctrl+C 复制数值，指向一个数可看到全部位数</translation>
    </message>
    <message>
        <source>{title}: {remark}</source>
        <translation>{title}：{remark}</translation>
    </message>
    <message>
        <source>type the values; {right} of {count} are right</source>
        <translation>请输入各值；{count} 个中有 {right} 个正确</translation>
    </message>
    <message>
        <source>To sample {number}</source>
        <translation>到样本 {number}</translation>
    </message>
    <message>
        <source>Training takes sample {number} next; go there</source>
        <translation>接下来训练样本 {number}；转到该样本</translation>
    </message>
    <message>
        <source>Make the step</source>
        <translation>执行这一步</translation>
    </message>
    <message>
        <source>Change the weights by this step and go on with the next sample</source>
        <translation>按这一步调整权值，然后转到下一个样本</translation>
    </message>
    <message>
        <source>One update</source>
        <translation>更新一次</translation>
    </message>
    <message>
        <source>Change the weights as the training rule does, by one batch</source>
        <translation>按训练规则用一批样本调整权值</translation>
    </message>
</context>
<context>
    <name>StepRows</name>
    <message>
        <source>locked or cut</source>
        <translation>已锁定或已切断</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>desired output</source>
        <translation>期望输出</translation>
    </message>
    <message>
        <source>E of this sample</source>
        <translation>该样本的 E</translation>
    </message>
    <message>
        <source>E of the whole set</source>
        <translation>整个样本集的 E</translation>
    </message>
    <message>
        <source>stop when E of the set ≤</source>
        <translation>停止条件：样本集 E ≤</translation>
    </message>
    <message>
        <source>stop after epoch</source>
        <translation>迭代到此次数后停止</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>StepTexts</name>
    <message>
        <source>Initialise</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Present a sample</source>
        <translation>提供样本</translation>
    </message>
    <message>
        <source>Compute the outputs</source>
        <translation>计算实际输出</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>计算偏差</translation>
    </message>
    <message>
        <source>Local gradients</source>
        <translation>计算局部梯度</translation>
    </message>
    <message>
        <source>Adjust the weights</source>
        <translation>调整权值</translation>
    </message>
    <message>
        <source>Repeat or stop</source>
        <translation>重复或停止</translation>
    </message>
    <message>
        <source>Small random numbers at first; here as they stand now.</source>
        <translation>开始时是小随机数；这里是当前的权值。</translation>
    </message>
    <message>
        <source>Its inputs go in; its desired outputs wait at the end.</source>
        <translation>给定输入向量和期望输出向量。</translation>
    </message>
    <message>
        <source>Layer by layer: the net input, then f(net).</source>
        <translation>逐层计算：先净输入，再 f(net)。</translation>
    </message>
    <message>
        <source>Desired minus actual output, and the error E of this sample.</source>
        <translation>期望输出减实际输出，以及该样本的误差 E。</translation>
    </message>
    <message>
        <source>δ = −∂E/∂net: first of the outputs, then back along the weights.</source>
        <translation>δ = −∂E/∂net：先输出层，再沿权值反传。</translation>
    </message>
    <message>
        <source>Each changes by η · the δ behind it · what feeds it.</source>
        <translation>每个权值的调整量 = η · 后端的 δ · 前端的输出。</translation>
    </message>
    <message>
        <source>E with the new weights; on with the next sample, until E is small.</source>
        <translation>用新权值的 E；换下一个样本，直到 E 足够小。</translation>
    </message>
    <message>
        <source>Shown is the plain step −η·gradient; {rule} makes another one of it.</source>
        <translation>这里显示的是普通的一步 −η·梯度；{rule}会由它得出另一步。</translation>
    </message>
    <message>
        <source>Training takes {count} samples at once: its step is the mean of theirs.</source>
        <translation>训练一次取 {count} 个样本：实际一步是它们的平均。</translation>
    </message>
    <message>
        <source>The next update would raise the error; {rule} takes it back, and η shrinks.</source>
        <translation>下一次更新会使误差增大；{rule}撤回这一步，η 减小。</translation>
    </message>
    <message>
        <source>The update of {rule} by this sample: g is its gradient.</source>
        <translation>{rule}按此样本的更新：g 是它的梯度。</translation>
    </message>
    <message>
        <source>The next update of {rule}: g is the mean gradient of {count} samples.</source>
        <translation>{rule}的下一次更新：g 是 {count} 个样本的平均梯度。</translation>
    </message>
</context>
<context>
    <name>SurfaceControls</name>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>What changes from left to right: a weight, or a direction</source>
        <translation>从左到右变化的量：一个权值，或一个方向</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>What changes upwards: a weight, a direction, or nothing for a curve</source>
        <translation>向上变化的量：一个权值、一个方向，或者无（画成曲线）</translation>
    </message>
    <message>
        <source>What changes upwards: a weight, or a direction</source>
        <translation>纵向变化的量：一个权值或一个方向</translation>
    </message>
    <message>
        <source>Reach ±</source>
        <translation>范围 ±</translation>
    </message>
    <message>
        <source>How far the picture reaches from its middle; the wheel zooms, too</source>
        <translation>图从中心向外延伸多远；滚轮也可缩放</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Colours and heights by the logarithm of the error, so that small errors differ, too</source>
        <translation>颜色和高度按误差的对数，使小误差也能分辨</translation>
    </message>
    <message>
        <source>Recentre</source>
        <translation>重新居中</translation>
    </message>
    <message>
        <source>Show the whole run again (Home in the map)</source>
        <translation>重新显示整个训练路径（在图中按 Home）</translation>
    </message>
    <message>
        <source>Start from there</source>
        <translation>从那里开始</translation>
    </message>
    <message>
        <source>Give the network the weights of the point that the keyboard has chosen in the map (Enter)</source>
        <translation>把用键盘在图中选定的点的权值交给网络（Enter）</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>The error in space</source>
        <translation>空间中的误差</translation>
    </message>
</context>
<context>
    <name>TabbedCard</name>
    <message>
        <source>All tables</source>
        <translation>所有表格</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>How well training and test samples are told apart, class by class</source>
        <translation>训练样本和测试样本各类别的识别情况</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Runs that have ended, to compare and to restore</source>
        <translation>已结束的训练，可比较和恢复</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>逐步演示</translation>
    </message>
    <message>
        <source>Back-propagation of one sample in seven steps</source>
        <translation>一个样本的误差反传，共七步</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Activation functions and their derivatives</source>
        <translation>激活函数及其导数</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Forward and backward pass of the whole set as matrices</source>
        <translation>整个样本集的前向与反向传播，以矩阵表示</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>里程碑</translation>
    </message>
    <message>
        <source>What the network answered after certain epochs</source>
        <translation>网络在若干次迭代之后的输出</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>学习过程</translation>
    </message>
    <message>
        <source>Every step of the run, and where it leads</source>
        <translation>训练的每一步，以及它将走向何处</translation>
    </message>
    <message>
        <source>RBF</source>
        <translation>RBF</translation>
    </message>
    <message>
        <source>Centres, widths and output weights</source>
        <translation>中心、宽度与输出权值</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Timeline: moment on show</source>
        <translation>时间轴：所显示的时刻</translation>
    </message>
    <message>
        <source>Every moment of the run: drag, turn the wheel or use the arrow keys; End leads back to now</source>
        <translation>运行的每个时刻：拖动、滚动滚轮或用方向键；End 键回到现在</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>How fast the run is played back, whether over and over, and how much of it is recorded</source>
        <translation>回放的速度，是否循环，以及记录多少</translation>
    </message>
    <message>
        <source>Moments of the run that you have marked; the timeline shows them</source>
        <translation>您标记过的运行时刻；时间轴上会显示</translation>
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation>速度 {speed}</translation>
    </message>
    <message>
        <source>epoch {epoch}, now</source>
        <translation>第 {epoch} 次迭代，现在</translation>
    </message>
    <message>
        <source>epoch {epoch} of {present}</source>
        <translation>第 {epoch} 次迭代，共 {present} 次</translation>
    </message>
    <message>
        <source>≈ epoch {epoch} of {present}</source>
        <translation>≈ 第 {epoch} 次迭代，共 {present} 次</translation>
    </message>
</context>
<context>
    <name>TimelineFeature</name>
    <message>
        <source>There is no run to play back yet: train first.</source>
        <translation>还没有可回放的运行：请您先训练。</translation>
    </message>
    <message>
        <source>Training goes on from now, not from epoch {epoch} that was on show. To train on from a past moment, go back to it and choose Go on from here.</source>
        <translation>训练从现在继续，而不是从刚才显示的第 {epoch} 次迭代。要从过去的时刻继续训练，请您回到那一时刻并选择“从这里继续”。</translation>
    </message>
</context>
<context>
    <name>ToolOptions</name>
    <message>
        <source>{name}: {tip} ({key})</source>
        <translation>{name}：{tip}（{key}）</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>How far around the mouse the tool reaches (keys [ and ])</source>
        <translation>工具在鼠标周围的作用范围（按键 [ 和 ]）</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>How many samples the tool lays down</source>
        <translation>工具放置样本的多少</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select every sample</source>
        <translation>选中全部样本</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反选</translation>
    </message>
    <message>
        <source>Select what is not selected, and nothing else</source>
        <translation>选中未选中的样本，取消已选中的</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Let go of the selected samples</source>
        <translation>不再选中任何样本</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Move the selected samples, or all, a little at random</source>
        <translation>把选中的样本（未选时为全部）随机移动一点</translation>
    </message>
    <message>
        <source>Thin out</source>
        <translation>稀疏化</translation>
    </message>
    <message>
        <source>Keep half of the selected samples, or of all, in every class</source>
        <translation>选中的样本（未选时为全部）每类只保留一半</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the selected samples</source>
        <translation>删除选中的样本</translation>
    </message>
    <message>
        <source>Selected samples: {count}</source>
        <translation>选中的样本：{count} 个</translation>
    </message>
</context>
<context>
    <name>ToolStrip</name>
    <message>
        <source>Tools for samples</source>
        <translation>样本工具</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Click to add a sample, drag one to move it, right-click it for more</source>
        <translation>单击添加样本，拖动移动样本，右键单击打开菜单</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Drag to lay down samples of the chosen class along the way</source>
        <translation>拖动，沿途放置所选类别的样本</translation>
    </message>
    <message>
        <source>Spray</source>
        <translation>喷枪</translation>
    </message>
    <message>
        <source>Hold the button down to keep adding samples of the chosen class</source>
        <translation>按住鼠标键，不断添加所选类别的样本</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Drag to remove the samples under the circle</source>
        <translation>拖动，删除圆圈内的样本</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <source>Draw a line around samples to select them, with Shift more of them; drag inside to move them</source>
        <translation>画线圈住样本以选中它们，按住 Shift 可追加；在圈内拖动即可移动</translation>
    </message>
    <message>
        <source>{name}: {tip} ({key})</source>
        <translation>{name}：{tip}（{key}）</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Press Train, or Space wherever you are: the network learns, and you watch it. Again: it pauses.</source>
        <translation>按“训练”，或在任何地方按空格键：网络开始学习，您可以一路看着。再按一次：暂停。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Choose other data here; a click into the decision region adds samples of your own.</source>
        <translation>在这里选择其他数据；单击判决域可添加您自己的样本。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Every neuron shows its own map, every line its weight; + and − change layers and neurons, and a double click types a weight.</source>
        <translation>每个神经元显示自己的分布图，每条连线显示权值；用 + 和 − 增减层和神经元，双击可键入权值。</translation>
    </message>
    <message>
        <source>Decision region</source>
        <translation>判决域</translation>
    </message>
    <message>
        <source>The colour is the network&apos;s output for every input, live; a red ring marks a sample that is wrong.</source>
        <translation>颜色是网络对每个输入的输出，实时更新；红圈标出判错的样本。</translation>
    </message>
    <message>
        <source>Lessons and help</source>
        <translation>课程与帮助</translation>
    </message>
    <message>
        <source>Lessons lead through the lecture; Help has first steps, a guide and this tour. Ctrl+Z takes back any edit.</source>
        <translation>课程带您走完讲义内容；“帮助”中有入门、指南和本导览。任何编辑都可用 Ctrl+Z 撤销。</translation>
    </message>
</context>
<context>
    <name>TourBubble</name>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>End the tour (Esc); Help has it again</source>
        <translation>结束导览（Esc）；“帮助”中可再次打开</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>The stop before (Page Up)</source>
        <translation>上一处（Page Up）</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>The next stop (Page Down)</source>
        <translation>下一处（Page Down）</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Perceptron</source>
        <translation>感知器</translation>
    </message>
    <message>
        <source>Widrow-Hoff (LMS)</source>
        <translation>Widrow-Hoff（LMS）</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Adaptive rate</source>
        <translation>自适应学习率</translation>
    </message>
    <message>
        <source>Rprop</source>
        <translation>Rprop</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>{formula}, sample by sample. Needs a single layer of sgn or step units.</source>
        <translation>{formula}，逐个样本。要求单层的 sgn 或阶跃神经元。</translation>
    </message>
    <message>
        <source>{formula}, sample by sample. Needs a single layer.</source>
        <translation>{formula}，逐个样本。要求单层。</translation>
    </message>
    <message>
        <source>Steps against the gradient (back-propagation). Not with sgn or step units.</source>
        <translation>沿负梯度方向调整（误差反传）。不能用 sgn 或阶跃神经元。</translation>
    </message>
    <message>
        <source>Gradient descent on the whole set; the rate grows while the error falls. Not with sgn or step units.</source>
        <translation>对全部样本做梯度下降；误差下降时学习率增大。不能用 sgn 或阶跃神经元。</translation>
    </message>
    <message>
        <source>Every weight has its own step, led by the gradient&apos;s sign. Whole set; not with sgn or step units.</source>
        <translation>每个权值有自己的步长，由梯度的符号引导。用全部样本；不能用 sgn 或阶跃神经元。</translation>
    </message>
    <message>
        <source>Steps scaled by running averages of the gradient. Not with sgn or step units.</source>
        <translation>步长按梯度的滑动平均缩放。不能用 sgn 或阶跃神经元。</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>{formula} for each sample</source>
        <translation>每个样本 {formula}</translation>
    </message>
    <message>
        <source>{formula} for each sample. Needs sigmoid or softmax outputs and targets from 0 to 1.</source>
        <translation>每个样本 {formula}。要求 Sigmoid 或 Softmax 输出，期望输出在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>All zeros</source>
        <translation>全为零</translation>
    </message>
    <message>
        <source>Weights and biases anywhere between −range and +range</source>
        <translation>权值和偏置在 −范围 与 +范围 之间均匀取值</translation>
    </message>
    <message>
        <source>Weights within ±√(6 / (inputs + units)), biases 0: suits sigmoid and tanh</source>
        <translation>权值在 ±√(6 / (输入数 + 神经元数)) 之内，偏置为 0：适合 Sigmoid 和 tanh</translation>
    </message>
    <message>
        <source>Weights within ±√(6 / inputs), biases 0: suits relu</source>
        <translation>权值在 ±√(6 / 输入数) 之内，偏置为 0：适合 ReLU</translation>
    </message>
    <message>
        <source>Every weight and bias 0: hidden units can then never become different</source>
        <translation>权值和偏置全为 0：隐层神经元将永远相同</translation>
    </message>
    <message>
        <source>How far each update goes; can be changed while training</source>
        <translation>每次调整的幅度；训练中也可以更改</translation>
    </message>
    <message>
        <source>Rprop finds a step for every weight by itself and has no use for a learning rate</source>
        <translation>Rprop 自己为每个权值确定步长，用不到学习率</translation>
    </message>
    <message>
        <source>The part of the last step that is added to the next one</source>
        <translation>上一步调整量加到下一步中的比例</translation>
    </message>
    <message>
        <source>Samples for one update: 1 is sample by sample, 0 the whole set</source>
        <translation>每次调整所用的样本数：1 为逐个样本，0 为全部样本</translation>
    </message>
    <message>
        <source>This rule always goes sample by sample</source>
        <translation>这种规则总是逐个样本训练</translation>
    </message>
    <message>
        <source>This rule always takes the whole set</source>
        <translation>这种规则总是使用全部样本</translation>
    </message>
    <message>
        <source>This rule has no penalties</source>
        <translation>这种规则没有惩罚项</translation>
    </message>
    <message>
        <source>Pulls every weight to zero by the same amount; not part of the error shown</source>
        <translation>把每个权值等量拉向零；不计入显示的误差</translation>
    </message>
    <message>
        <source>Pulls every weight to zero in proportion to it; not part of the error shown</source>
        <translation>把每个权值按比例拉向零；不计入显示的误差</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>How the weights are changed</source>
        <translation>权值如何调整</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>What training makes small</source>
        <translation>训练要减小的量</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>评估间隔</translation>
    </message>
    <message>
        <source>Epochs between two looks at the error; larger is faster, the curve has fewer points</source>
        <translation>两次计算误差之间的迭代次数；越大越快，曲线上的点也越少</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>How the weights are drawn before training</source>
        <translation>训练前如何抽取权值</translation>
    </message>
    <message>
        <source>Range ±</source>
        <translation>范围 ±</translation>
    </message>
    <message>
        <source>Weights and biases are drawn between minus and plus this number</source>
        <translation>权值和偏置在正负该数之间抽取</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Draws the start and the order of the samples; the same seed gives the same run</source>
        <translation>用于抽取初始值和样本顺序；种子相同，训练过程就相同</translation>
    </message>
    <message>
        <source>Error sum ≤</source>
        <translation>误差总和 ≤</translation>
    </message>
    <message>
        <source>Stop when the error, summed over the training set, is at most this; 0 is off</source>
        <translation>训练集上的误差总和不大于该值时停止；0 表示关闭</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>Stop after so many passes over the data; empty means no limit</source>
        <translation>达到这个迭代次数后停止；留空表示不限</translation>
    </message>
    <message>
        <source>Stop when all samples are right</source>
        <translation>所有样本正确时停止</translation>
    </message>
    <message>
        <source>End training as soon as every training sample is classified correctly</source>
        <translation>每个训练样本都判断正确时立即结束训练</translation>
    </message>
    <message>
        <source>New order every epoch (shuffle)</source>
        <translation>每次迭代重新排序（打乱）</translation>
    </message>
    <message>
        <source>Go through the samples in a new random order in every epoch</source>
        <translation>每次迭代都按新的随机顺序使用样本</translation>
    </message>
    <message>
        <source>whole set</source>
        <translation>全部样本</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>This rule has no momentum</source>
        <translation>该规则没有动量</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov 加速</translation>
    </message>
    <message>
        <source>Gradient descent whose momentum looks ahead: the gradient is taken where it leads. Not with sgn or step units.</source>
        <translation>动量先看一步的梯度下降：梯度取自动量所到之处。不适用于 sgn 或阶跃神经元。</translation>
    </message>
    <message>
        <source>Rate decay</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>After t epochs the learning rate is η / (1 + decay · t): with 0.01 it has halved after 100. 0 keeps it as it is</source>
        <translation>经过 t 轮后，学习率为 η / (1 + 衰减 · t)：取 0.01 时，100 轮后减半。0 表示不变</translation>
    </message>
    <message>
        <source>The perceptron rule keeps its learning rate; the adaptive rate and Rprop find their own steps</source>
        <translation>感知器学习规则的学习率不变；自适应学习率和 Rprop 自行确定步长</translation>
    </message>
</context>
<context>
    <name>TrainingBar</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast to train: slow motion on the left, unlimited on the right</source>
        <translation>训练的快慢：左端为慢动作，右端不限速</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>error (sum)</source>
        <translation>误差（和）</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>test right</source>
        <translation>测试正确率</translation>
    </message>
    <message>
        <source>slide</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>Passes over the training set</source>
        <translation>训练集已使用的遍数</translation>
    </message>
    <message>
        <source>Sum of the samples&apos; errors over the training set, in the units of the scaled targets</source>
        <translation>训练集各样本误差总和，以缩放后的期望输出的单位计</translation>
    </message>
    <message>
        <source>Sum of the samples&apos; errors over the training set</source>
        <translation>训练集上各样本误差总和</translation>
    </message>
    <message>
        <source>Training samples on the right side of the threshold</source>
        <translation>判断正确的训练样本数</translation>
    </message>
    <message>
        <source>Share of the test samples, which are never trained on, that are right</source>
        <translation>测试样本（从不参与训练）中判断正确的比例</translation>
    </message>
    <message>
        <source>The slide on show, of how many; Page Down and Page Up lead on and back</source>
        <translation>正在显示的幻灯片及总数；Page Down 前进，Page Up 后退</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>{speed} epochs/s</source>
        <translation>{speed} 次迭代/秒</translation>
    </message>
    <message>
        <source>Preparing …</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>New start</source>
        <translation>新的初始值</translation>
    </message>
    <message>
        <source>Draw other start weights: the next seed</source>
        <translation>换一组初始权值：取下一个随机种子</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>初始值</translation>
    </message>
    <message>
        <source>How the weights are drawn before training</source>
        <translation>训练前如何抽取权值</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>When training ends by itself</source>
        <translation>训练何时自行结束</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Order of the samples, penalties, how often to evaluate</source>
        <translation>样本顺序、惩罚项、评估间隔</translation>
    </message>
</context>
<context>
    <name>TrainingSession</name>
    <message>
        <source>The network was changed, so training begins anew.</source>
        <translation>网络结构已改变，训练重新开始。</translation>
    </message>
    <message>
        <source>The start was changed, so training is back at the new start.</source>
        <translation>初始值已改变，训练回到新的起点。</translation>
    </message>
    <message>
        <source>The training rule was changed, so training is back at the start.</source>
        <translation>训练规则已改变，训练回到起点。</translation>
    </message>
    <message>
        <source>The error measure was changed, so training is back at the start.</source>
        <translation>误差的算法已改变，训练回到起点。</translation>
    </message>
    <message>
        <source>The data now have other columns, so training is back at the start.</source>
        <translation>数据的列已改变，训练回到起点。</translation>
    </message>
    <message>
        <source>The training that belongs to this network is back as it was after epoch {epoch}.</source>
        <translation>这个网络的训练已恢复，停在第 {epoch} 次迭代之后。</translation>
    </message>
    <message>
        <source>The error is too large to be computed, already at the start: the data reach {largest}. Scale them to about 1, or choose a smaller initial range, and begin anew.</source>
        <translation>误差从一开始就大得无法计算：数据达到 {largest}。请把数据缩放到 1 左右，或选择较小的初始范围，然后从头开始。</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}: the L2 penalty {l2} times the learning rate {rate} is above 1, so every step overshoots. Lower the penalty.</source>
        <translation>训练在第 {epoch} 次迭代时发散：L2 惩罚 {l2} 与学习率 {rate} 的乘积大于 1，每一步都会越过目标。请减小惩罚。</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}: the momentum {momentum} together with the learning rate {rate} is probably too high. Lower one of them.</source>
        <translation>训练在第 {epoch} 次迭代时发散：动量 {momentum} 加上学习率 {rate} 很可能过大。请减小其中之一。</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}: the initial weights, up to {range}, are probably too large. Choose a smaller initial range.</source>
        <translation>训练在第 {epoch} 次迭代时发散：初始权值（最大 {range}）很可能过大。请选择较小的初始范围。</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}: the inputs reach {largest}, which is large for the learning rate {rate}. Lower the learning rate, or scale the inputs to about 1.</source>
        <translation>训练在第 {epoch} 次迭代时发散：输入达到 {largest}，对学习率 {rate} 来说过大。请减小学习率，或把输入缩放到 1 左右。</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}: the learning rate {rate} is probably too high. Lower it.</source>
        <translation>训练在第 {epoch} 次迭代时发散：学习率 {rate} 很可能过大。请减小学习率。</translation>
    </message>
    <message>
        <source>The last finite state was kept: go back to it and train on, or reset and begin anew.</source>
        <translation>最后一个有限的状态已保留：可以回到那里继续训练，也可以重置后从头开始。</translation>
    </message>
    <message>
        <source>Training stopped because of an unexpected error: {error}. Save your work; Train begins again from the start.</source>
        <translation>训练因意外错误而停止：{error}。请保存您的工作；再次训练将从起点开始。</translation>
    </message>
    <message>
        <source>The pictures could not be computed because of an unexpected error: {error}.</source>
        <translation>因意外错误无法计算图像：{error}。</translation>
    </message>
</context>
<context>
    <name>TrialControls</name>
    <message>
        <source>Starts</source>
        <translation>初值</translation>
    </message>
    <message>
        <source>Number of starts</source>
        <translation>初值的数目</translation>
    </message>
    <message>
        <source>How many starts are tried, from seed 0 on</source>
        <translation>试多少组初值，种子从 0 开始</translation>
    </message>
    <message>
        <source>Epochs at most</source>
        <translation>最多迭代次数</translation>
    </message>
    <message>
        <source>A start that has not reached the goal by then has failed</source>
        <translation>到那时仍未达到目标的初值算失败</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write every start that was tried into a table (CSV)</source>
        <translation>把试过的每组初值写入表格（CSV）</translation>
    </message>
    <message>
        <source>Export the rates …</source>
        <translation>导出成功率…</translation>
    </message>
    <message>
        <source>Write the rate of every value into a table (CSV)</source>
        <translation>把每个值的成功率写入表格（CSV）</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Address of a cluster</source>
        <translation>集群的地址</translation>
    </message>
    <message>
        <source>none: this computer</source>
        <translation>无：本机</translation>
    </message>
    <message>
        <source>The address of a dask scheduler, such as tcp://10.0.0.5:8786, whose workers are to try the starts</source>
        <translation>dask 调度器的地址，例如 tcp://10.0.0.5:8786；由它的工作进程来试这些初值</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop; what was found stays (Space)</source>
        <translation>停止；已得到的结果保留（空格键）</translation>
    </message>
    <message>
        <source>Train the present network from many random starts, beside the window (Space)</source>
        <translation>在窗口之外用许多随机初值训练当前网络（空格键）</translation>
    </message>
</context>
<context>
    <name>TruthTableEditor</name>
    <message>
        <source>Truth table</source>
        <translation>真值表</translation>
    </message>
    <message>
        <source>A column is one case; click in the last row to change what it should give</source>
        <translation>每一列是一种情况；单击最后一行可更改应得的输出</translation>
    </message>
</context>
<context>
    <name>TruthTableModel</name>
    <message>
        <source>Click to change what this case should give</source>
        <translation>单击可更改这种情况应得的输出</translation>
    </message>
</context>
<context>
    <name>TurningView</name>
    <message>
        <source>A drag or the arrow keys turn it, the wheel or + and − zoom, a double click or Home resets it.</source>
        <translation>拖动或方向键可转动，滚轮或 + 与 − 可缩放，双击或 Home 键复位。</translation>
    </message>
</context>
<context>
    <name>TwoMomentsFeature</name>
    <message>
        <source>There is no region yet that could be compared.</source>
        <translation>还没有可以比较的判决域。</translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>撤销(&amp;U) {step}</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>重做(&amp;R) {step}</translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>是否保存对“{name}”的更改？</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>不保存就会丢失。</translation>
    </message>
</context>
<context>
    <name>VariableBoxes</name>
    <message>
        <source>Value of {name}</source>
        <translation>{name} 的值</translation>
    </message>
    <message>
        <source>Value of {name}: type a number, or use the arrows</source>
        <translation>{name} 的值：输入一个数，或用箭头调整</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Looking for a line that separates the classes …</source>
        <translation>正在寻找能分开两类的直线……</translation>
    </message>
    <message>
        <source>(Found with rounding: too many inputs for a proof.)</source>
        <translation>（按浮点数计算得出：输入太多，未作证明。）</translation>
    </message>
    <message>
        <source>(Locked and cut weights are not taken into account.)</source>
        <translation>（未考虑锁定和切断的权值。）</translation>
    </message>
    <message>
        <source>The perceptron rule will find one.</source>
        <translation>感知器学习规则一定能找到。</translation>
    </message>
    <message>
        <source>The perceptron rule finds one: from this start after at most {limit} corrections.</source>
        <translation>感知器学习规则一定能找到：从这一初始权值出发，最多修正 {limit} 次。</translation>
    </message>
    <message>
        <source>So far: {count}.</source>
        <translation>目前已修正 {count} 次。</translation>
    </message>
    <message>
        <source>Nothing straight separates the classes of {units}.</source>
        <translation>{units} 的两类不是线性可分的。</translation>
    </message>
    <message>
        <source>So no weights get all samples right.</source>
        <translation>因此没有任何权值能使全部样本正确。</translation>
    </message>
    <message>
        <source>These weights were here before, at step {step}: the run repeats every {length} steps.</source>
        <translation>这组权值在第 {step} 步已经出现过：训练每 {length} 步循环一次。</translation>
    </message>
    <message>
        <source>For each output unit the classes can be separated.</source>
        <translation>对每个输出神经元，两类都是线性可分的。</translation>
    </message>
    <message>
        <source>A point separates the two classes.</source>
        <translation>有一个点能分开两类。</translation>
    </message>
    <message>
        <source>A line separates the two classes.</source>
        <translation>有一条直线能分开两类。</translation>
    </message>
    <message>
        <source>A plane separates the two classes.</source>
        <translation>有一个平面能分开两类。</translation>
    </message>
    <message>
        <source>A hyperplane separates the two classes.</source>
        <translation>有一个超平面能分开两类。</translation>
    </message>
    <message>
        <source>No point separates the two classes.</source>
        <translation>没有任何点能分开两类。</translation>
    </message>
    <message>
        <source>No line separates the two classes.</source>
        <translation>没有任何直线能分开两类。</translation>
    </message>
    <message>
        <source>No plane separates the two classes.</source>
        <translation>没有任何平面能分开两类。</translation>
    </message>
    <message>
        <source>No hyperplane separates the two classes.</source>
        <translation>没有任何超平面能分开两类。</translation>
    </message>
</context>
<context>
    <name>VerdictStrip</name>
    <message>
        <source>Add a hidden layer</source>
        <translation>增加隐层</translation>
    </message>
    <message>
        <source>The way out: four units between inputs and output, trained by gradient descent; Undo takes it back</source>
        <translation>出路：在输入与输出之间加四个神经元，用梯度下降训练；可以撤销</translation>
    </message>
</context>
<context>
    <name>ViewSwitches</name>
    <message>
        <source>Lines</source>
        <translation>边界线</translation>
    </message>
    <message>
        <source>Draw the boundary line of each unit of the first layer, to take in hand</source>
        <translation>画出第一层每个神经元的边界线，可以用鼠标拖动</translation>
    </message>
    <message>
        <source>Hidden plane</source>
        <translation>隐层平面</translation>
    </message>
    <message>
        <source>Show the samples as the last hidden layer&apos;s two units see them</source>
        <translation>显示最后一个隐层的两个神经元所看到的样本</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>三维</translation>
    </message>
    <message>
        <source>Show the plane among the points in space, to turn with the mouse</source>
        <translation>在空间中显示样本点之间的分界平面，可用鼠标转动</translation>
    </message>
</context>
<context>
    <name>WeightPicker</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The layer of the weight</source>
        <translation>权值所在的层</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>The unit that it leads to</source>
        <translation>它通向的神经元</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>The input or unit that it comes from, counted from 1; 0 is the bias</source>
        <translation>它来自的输入或神经元，从 1 数起；0 是阈值（偏置）</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Weights</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The layer whose weights, activations and gradients are shown</source>
        <translation>显示哪一层的权值、激活值和梯度</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>方块</translation>
    </message>
    <message>
        <source>Hinton diagram: the area of a square is the weight</source>
        <translation>Hinton 图：方块的面积表示权值大小</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>A coloured cell for each weight, with its number</source>
        <translation>每个权值一个彩色格子，并写出数值</translation>
    </message>
    <message>
        <source>How the weights of the layer were distributed over the run</source>
        <translation>训练过程中该层权值的分布</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>What the layer&apos;s units answered to the samples</source>
        <translation>该层神经元对样本的输出</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>How large the derivatives ∂E/∂w were, in powers of ten</source>
        <translation>偏导数 ∂E/∂w 的大小，以 10 的幂表示</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>How far the weights move in a pass, as a share of their size</source>
        <translation>一次迭代中权值移动多远，与其大小之比</translation>
    </message>
    <message>
        <source>Weights of the layer</source>
        <translation>该层的权值</translation>
    </message>
    <message>
        <source>The arrow keys go from weight to weight.</source>
        <translation>方向键逐个走过权值。</translation>
    </message>
    <message>
        <source>Course over the run</source>
        <translation>训练过程</translation>
    </message>
    <message>
        <source>|Δw| / |w| in a pass</source>
        <translation>一次迭代中的 |Δw| / |w|</translation>
    </message>
    <message>
        <source>A unit of this network has no slope, so there is no gradient.</source>
        <translation>网络中有的神经元没有导数，因此没有梯度。</translation>
    </message>
    <message>
        <source>{layer}, epoch {epoch}: blue is positive, orange negative.</source>
        <translation>{layer}，第 {epoch} 次迭代：蓝色为正，橙色为负。</translation>
    </message>
    <message>
        <source>{quantity}, up to epoch {epoch}.</source>
        <translation>{quantity}，到第 {epoch} 次迭代为止。</translation>
    </message>
    <message>
        <source>Weights of: {layer}</source>
        <translation>权值：{layer}</translation>
    </message>
    <message>
        <source>Activations of: {layer}</source>
        <translation>激活值：{layer}</translation>
    </message>
    <message>
        <source>log₁₀ |∂E/∂w| of: {layer}</source>
        <translation>log₁₀ |∂E/∂w|：{layer}</translation>
    </message>
    <message>
        <source>Computed for {count} of {total} samples</source>
        <translation>按 {total} 个样本中的 {count} 个计算</translation>
    </message>
</context>
<context>
    <name>WindowLayout</name>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>WordFields</name>
    <message>
        <source>An input for each word</source>
        <translation>每个词一个输入</translation>
    </message>
    <message>
        <source>One number, in order</source>
        <translation>按顺序的一个数</translation>
    </message>
    <message>
        <source>How the words of {name} become inputs</source>
        <translation>{name} 的词如何成为输入</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Choose the order in which the words count 0, 1, 2 …</source>
        <translation>选择各词取 0、1、2… 的顺序</translation>
    </message>
    <message>
        <source>Order of {name}</source>
        <translation>{name} 的顺序</translation>
    </message>
</context>
<context>
    <name>WordOrderList</name>
    <message>
        <source>Order of the words, the lowest first</source>
        <translation>词的顺序，最低的在前</translation>
    </message>
    <message>
        <source>The first word counts 0, the next 1 and so on; drag a word to its place</source>
        <translation>第一个词取 0，下一个取 1，依此类推；可将词拖到其位置</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move the chosen word up</source>
        <translation>将选中的词上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move the chosen word down</source>
        <translation>将选中的词下移</translation>
    </message>
</context>
<context>
    <name>WorkRecovery</name>
    <message>
        <source>Saving asks before it overwrites anything.</source>
        <translation>保存时会先询问，不会直接覆盖。</translation>
    </message>
    <message>
        <source>Perceptra ended before you saved. Your work on “{name}” of {time} was kept.</source>
        <translation>Perceptra 在您保存之前结束了。您在 {time} 对“{name}”所做的工作已保留。</translation>
    </message>
    <message>
        <source>Perceptra ended before you saved. Your work on “{name}” of {time} was kept; there is more under File ▸ Bring work back.</source>
        <translation>Perceptra 在您保存之前结束了。您在 {time} 对“{name}”所做的工作已保留；更多内容在“文件 ▸ 找回工作”中。</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>找回</translation>
    </message>
    <message>
        <source>Never saved</source>
        <translation>从未保存过</translation>
    </message>
    <message>
        <source>&amp;Throw all of this away…</source>
        <translation>全部丢弃(&amp;T)…</translation>
    </message>
    <message>
        <source>This work was brought back in another window, or thrown away.</source>
        <translation>这些工作已在另一个窗口中找回，或已被丢弃。</translation>
    </message>
    <message>
        <source>Throw away the work that was kept and never saved?</source>
        <translation>丢弃已保留但从未保存的工作？</translation>
    </message>
    <message>
        <source>It cannot be brought back then.</source>
        <translation>丢弃后无法找回。</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>_StepBox</name>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Step on show</source>
        <translation>所示的步</translation>
    </message>
    <message>
        <source>The moment of the run that the window shows; another number goes there, Train goes on from it</source>
        <translation>窗口所示的训练时刻；输入另一个数即可转到那里，训练从那里继续</translation>
    </message>
    <message>
        <source>of {length}</source>
        <translation>/ {length}</translation>
    </message>
</context>
</TS>
